package io.hjx.embedded;

import io.hjx.api.PortInUseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a server listens. Immutable. */
record Address(InetAddress host, int port) {

    private static final int STANDARD_PORT = 8080;
    private static final String STANDARD_HOST = "127.0.0.1";
    private static final int CONNECT_MILLIS = 500;

    /**
     * The address that a program has asked for, else the one of the environment.
     *
     * @throws IllegalArgumentException where there is no such host or port
     */
    static Address of(@Nullable String host, @Nullable Integer port, Map<String, String> environment) {
        String name = host == null ? environment.getOrDefault("HOST", "") : host;
        try {
            return new Address(
                    InetAddress.getByName(name.isBlank() ? STANDARD_HOST : name.strip()),
                    port == null ? port(environment.getOrDefault("PORT", "")) : port);
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("There is no host " + name + " to listen at", unknown);
        }
    }

    private static int port(String text) {
        if (text.isBlank()) {
            return STANDARD_PORT;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw wrong(text, none);
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "The environment variable PORT must be a number from 1 to 65535; it is `" + text + "`", cause);
    }

    /** Stops with a clear message where something else has the port, or we may not have it. */
    void requireFree() {
        if (answers()) {
            throw new PortInUseException(port);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException refused) {
            String reason = String.valueOf(refused.getMessage());
            if (reason.toLowerCase(Locale.ROOT).contains("in use")) {
                throw new PortInUseException(port);
            }
            throw new IllegalStateException(
                    "Port " + port + " of " + host.getHostAddress() + " is not to be had: " + reason, refused);
        }
    }

    /** A listener of another process at the wildcard address does not always keep us from binding. */
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
