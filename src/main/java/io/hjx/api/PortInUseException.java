package io.hjx.api;

/** Something else listens at the port that a server was to listen at. Immutable. */
public class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    public PortInUseException(int port) {
        super("Port " + port + " is already in use");
        this.port = port;
    }

    public int port() {
        return port;
    }
}
