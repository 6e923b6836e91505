package io.hjx.benchmarks.live;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket of the load client: RFC 6455 as far as a server that behaves needs it. Owned by the load client's
 * thread.
 */
final class Socket {

    private static final byte[] NOTHING = new byte[0];
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
    private static final int FINAL_TEXT = 0x81;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int FINAL_PONG = 0x8A;
    private static final int SHORT = 125;
    private static final int TWO_BYTES = 126;

    /** What a socket's owner learns of it. */
    interface Listener {

        /** The handshake is done. */
        void opened(Socket socket);

        /** A text frame: UTF-8 in these bytes, which are another frame's when this returns. */
        void text(Socket socket, byte[] bytes, int from, int to);

        /** The connection is gone, or could not be made. */
        void closed(Socket socket);
    }

    private final SocketChannel channel;
    private final String request;
    private final Listener listener;
    private @Nullable SelectionKey key;
    private byte[] kept = NOTHING;
    private boolean open;

    Socket(SocketChannel channel, String request, Listener listener) {
        this.channel = channel;
        this.request = request;
        this.listener = listener;
    }

    void register(SelectionKey selected) {
        key = selected;
    }

    void connected() throws IOException {
        channel.finishConnect();
        interest(SelectionKey.OP_READ);
        write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Sends a text that is ASCII. */
    void send(String text) {
        frame(FINAL_TEXT, text.getBytes(StandardCharsets.US_ASCII));
    }

    private void frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) first);
        if (payload.length <= SHORT) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | TWO_BYTES)).putShort((short) payload.length);
        }
        // The mask of zeros leaves the payload as it is
        frame.putInt(0).put(payload).flip();
        try {
            write(frame);
        } catch (IOException gone) {
            close();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Leaves what comes from now on in the buffers of the operating system. */
    void stall() {
        interest(0);
    }

    private void interest(int operations) {
        Objects.requireNonNull(key, "not registered").interestOps(operations);
    }

    void close() {
        if (channel.isOpen()) {
            try {
                channel.close();
            } catch (IOException alreadyGone) {
                // That is what was wanted
            }
            listener.closed(this);
        }
    }

    /** Reads what is there. */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear().put(kept);
        if (channel.read(buffer) < 0) {
            throw new EOFException();
        }
        byte[] bytes = buffer.array();
        int end = buffer.position();
        int from = open ? 0 : handshake(bytes, end);
        while (open && from < end) {
            int next = frame(bytes, from, end);
            if (next < 0) {
                break;
            }
            from = next;
        }
        kept = from == end ? NOTHING : Arrays.copyOfRange(bytes, from, end);
    }

    private int handshake(byte[] bytes, int end) throws IOException {
        for (int i = 0; i + END_OF_HEAD.length <= end; i++) {
            if (Arrays.equals(bytes, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                String head = new String(bytes, 0, i, StandardCharsets.US_ASCII);
                if (!head.startsWith("HTTP/1.1 101")) {
                    throw new IOException(head.lines().findFirst().orElse(""));
                }
                open = true;
                listener.opened(this);
                return i + END_OF_HEAD.length;
            }
        }
        return 0;
    }

    /** Takes one frame; the result is where the next one begins, or -1 where it is not whole yet. */
    private int frame(byte[] bytes, int from, int end) throws IOException {
        if (end - from < 2) {
            return -1;
        }
        int length = bytes[from + 1] & 0x7F;
        int start = from + 2;
        if (length >= TWO_BYTES) {
            int digits = length == TWO_BYTES ? 2 : 8;
            if (end - start < digits) {
                return -1;
            }
            length = 0;
            for (int i = 0; i < digits; i++) {
                length = length << 8 | bytes[start++] & 0xFF;
            }
        }
        if (end - start < length) {
            return -1;
        }
        int opcode = bytes[from] & 0xF;
        if (opcode == CLOSE) {
            throw new EOFException();
        } else if (opcode == PING) {
            frame(FINAL_PONG, Arrays.copyOfRange(bytes, start, start + length));
        } else if (opcode == (FINAL_TEXT & 0xF)) {
            listener.text(this, bytes, start, start + length);
        }
        return start + length;
    }
}
