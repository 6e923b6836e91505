package io.hjx.test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A real WebSocket, the JDK's, whose news come on the test's thread; confined to that, but for what the JDK calls. */
final class JdkSocket implements Socket, WebSocket.Listener {

    private final Time time;
    private final Socket.Listener listener;
    private final IntSupplier copies;

    /** What has come of a message that has not ended. The JDK's alone. */
    private final StringBuilder partial = new StringBuilder();

    private CompletionStage<?> sent = CompletableFuture.completedFuture(null);
    private @Nullable WebSocket socket;
    private boolean over;

    private JdkSocket(Time time, Socket.Listener listener, IntSupplier copies) {
        this.time = time;
        this.listener = listener;
        this.copies = copies;
    }

    /**
     * Shakes hands for {@code hjx.v1}.
     *
     * @param copies how often an action is sent
     */
    static JdkSocket open(
            HttpClient http, URI address, String cookie, Time time, Socket.Listener listener, IntSupplier copies) {
        JdkSocket opening = new JdkSocket(time, listener, copies);
        WebSocket.Builder builder = http.newWebSocketBuilder().subprotocols("hjx.v1");
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        CompletionStage<WebSocket> handshake = builder.buildAsync(address, opening);
        handshake.whenComplete((socket, failure) -> {
            if (failure != null) {
                opening.end(ABNORMAL);
            }
        });
        return opening;
    }

    // ---- the client's side

    @Override
    public void send(String frame) {
        if (socket == null || over) {
            return;
        }
        WebSocket open = socket;
        sent = sent.thenCompose(before -> open.sendText(frame, true)).whenComplete((done, failure) -> {
            if (failure != null) {
                end(ABNORMAL);
            }
        });
    }

    @Override
    public void sendAction(String frame) {
        for (int i = copies.getAsInt(); i > 0; i--) {
            send(frame);
        }
    }

    @Override
    public void close() {
        over = true;
        if (socket != null) {
            socket.abort();
        }
    }

    private void end(int code) {
        time.execute(() -> {
            if (!over) {
                close();
                listener.closed(code);
            }
        });
    }

    // ---- the JDK's side

    @Override
    public void onOpen(WebSocket open) {
        time.execute(() -> {
            socket = open;
            if (over) {
                open.abort();
            } else {
                listener.opened();
            }
        });
        open.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String frame = partial.toString();
            partial.setLength(0);
            time.execute(() -> {
                if (!over) {
                    listener.received(frame);
                }
            });
        }
        open.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable failure) {
        end(ABNORMAL);
    }
}
