package io.hjx.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The address that the server is to listen at. Immutable.
 *
 * @param host how the address was asked for
 * @param address a resolved address of this machine
 * @param number 1 to 65535
 */
record Port(String host, InetAddress address, int number) {

    private static final int CONNECT_MILLIS = 500;

    /**
     * Resolves the host.
     *
     * @throws IllegalArgumentException when there is no such host or port; the message is for the person who typed it
     */
    static Port of(String host, int number) {
        if (number < 1 || number > 65_535) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + number);
        }
        try {
            return new Port(host, InetAddress.getByName(host), number);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "There is no host " + host + "; leave --host out to listen at 127.0.0.1", e);
        }
    }

    /** A port of the loopback interface that is free just now. */
    static Port anyFree() throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket socket = new ServerSocket(0, 1, loopback)) {
            return new Port(loopback.getHostAddress(), loopback, socket.getLocalPort());
        }
    }

    /** Stops with a clear message where something else has the port, or we may not have it. */
    void requireFree() {
        if (answers()) {
            throw inUse();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, number));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            if (reason.toLowerCase(Locale.ROOT).contains("in use")) {
                throw inUse();
            }
            throw new CommandFailure(
                    "Port " + number + " of " + address.getHostAddress() + " is not to be had: " + reason);
        }
    }

    /** The address as it stands in a URL; the wildcard addresses are shown as this machine. */
    String authority() {
        if (address.isAnyLocalAddress()) {
            return "localhost:" + number;
        }
        return literal(address.getHostAddress()) + ":" + number;
    }

    /** The names that lead here, as they stand in a URL. */
    List<String> hosts() {
        return Stream.of(host, address.getHostAddress())
                .map(Port::literal)
                .distinct()
                .toList();
    }

    private static String literal(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** A listener of another process at the wildcard address does not always keep us from binding. */
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, number), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private CommandFailure inUse() {
        return new CommandFailure("Port " + number + " is already in use");
    }
}
