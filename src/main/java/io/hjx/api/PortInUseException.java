package io.hjx.api;

/** Something else listens at the port that a server was to listen at. Immutable. */
public class PortInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The port that is taken. */
    private final int port;

    /** One about this port. */
    public PortInUseException(int port) {
        super("Port " + port + " is already in use");
        this.port = port;
    }

    /** The port that is taken. */
    public int port() {
        return port;
    }
}
