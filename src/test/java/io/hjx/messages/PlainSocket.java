package io.hjx.messages;

import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.Transport;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * The server's end of a WebSocket over a socket of the JDK: as much of RFC 6455 as tests need. Sends and closes from
 * any thread; one thread reads.
 */
final class PlainSocket implements Transport {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;

    private final Socket socket;
    private final DataInputStream in;

    PlainSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** Reads the request for a handshake, its lines. */
    List<String> request() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    static String header(List<String> request, String name) {
        return request.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    void accept(List<String> request, String protocol) throws IOException {
        write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accepted(header(request, "Sec-WebSocket-Key")) + "\r\nSec-WebSocket-Protocol: " + protocol
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    void refuse(int status) throws IOException {
        write(("HTTP/1.1 " + status + " Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String accepted(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands on each text until the other end closes or the connection breaks. */
    void read(Consumer<String> onText, Runnable onPong) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int first = in.read(); first >= 0; first = in.read()) {
            byte[] payload = payload();
            switch (first & 0xf) {
                case PING -> frame(PONG, payload);
                case PONG -> onPong.run();
                case CLOSE -> {
                    frame(CLOSE, payload);
                    return;
                }
                default -> {
                    message.writeBytes(payload);
                    if ((first & LAST) != 0) {
                        onText.accept(message.toString(StandardCharsets.UTF_8));
                        message.reset();
                    }
                }
            }
        }
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = Math.toIntExact(in.readLong());
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return payload;
    }

    private void frame(int kind, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10);
        frame.put((byte) (LAST | kind));
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length < 1 << 16) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        write(bytes);
    }

    private synchronized void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    @Override
    public void send(Frame frame, Completion done) {
        boolean sent;
        try {
            frame(TEXT, ((Frame.Text) frame).text().getBytes(StandardCharsets.UTF_8));
            sent = true;
        } catch (IOException gone) {
            sent = false;
        }
        done.completed(sent);
    }

    @Override
    public void ping() {
        try {
            frame(PING, new byte[0]);
        } catch (IOException gone) {
            // The reader notices
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        try {
            frame(CLOSE, ByteBuffer.allocate(2).putShort((short) code.number()).array());
        } catch (IOException gone) {
            // So be it
        }
        cut();
    }

    /** Ends the connection without a word. */
    void cut() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is over all the same
        }
    }
}
