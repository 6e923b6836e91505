package io.hjx.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket as a connection. Thread-safe. */
final class JdkSocket implements Surroundings.Socket, WebSocket.Listener {

    private static final int ABNORMAL = 1006;

    /** The most characters of one message of the server. */
    private static final int MOST_TEXT = 1 << 24;

    /** How long the last word of a connection may take. */
    private static final long FAREWELL_SECONDS = 1;

    private final Surroundings.Socket.Listener listener;

    /** What has come of a text that has not ended. The JDK's alone. */
    private final StringBuilder partial = new StringBuilder();

    private volatile CompletableFuture<WebSocket> handshake = new CompletableFuture<>();

    /** Guarded by this: the handshake, and behind it every send, for the JDK takes one at a time. */
    private CompletableFuture<WebSocket> last = handshake;

    private JdkSocket(Surroundings.Socket.Listener listener) {
        this.listener = listener;
    }

    static JdkSocket open(
            HttpClient http,
            URI address,
            List<String> protocols,
            Duration timeout,
            Surroundings.Socket.Listener listener) {
        JdkSocket socket = new JdkSocket(listener);
        CompletableFuture<WebSocket> handshake = http.newWebSocketBuilder()
                .connectTimeout(timeout)
                .subprotocols(
                        protocols.get(0), protocols.subList(1, protocols.size()).toArray(new String[0]))
                .buildAsync(address, socket);
        return socket.after(handshake);
    }

    private synchronized JdkSocket after(CompletableFuture<WebSocket> opening) {
        handshake = opening;
        last = watched(opening);
        return this;
    }

    /** Tells of a failure, on another thread: the one that sends is in the middle of something. */
    private CompletableFuture<WebSocket> watched(CompletableFuture<WebSocket> step) {
        CompletionStage<WebSocket> news = step;
        news.exceptionallyAsync(failure -> {
            listener.closed(ABNORMAL, reason(failure));
            throw new CompletionException(failure);
        });
        return step;
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof WebSocketHandshakeException refused
                ? "the server refuses with " + refused.getResponse().statusCode()
                : String.valueOf(cause);
    }

    @Override
    public synchronized void send(String text) {
        last = watched(last.thenCompose(socket -> socket.sendText(text, true)));
    }

    @Override
    public void close() {
        CompletionStage<WebSocket> opening = handshake;
        opening.thenAccept(JdkSocket::end);
    }

    /** The server hears of it where it can; whether it answers is not waited for. */
    private static void end(WebSocket socket) {
        CompletionStage<WebSocket> farewell =
                socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(FAREWELL_SECONDS, TimeUnit.SECONDS);
        farewell.whenComplete((sent, failure) -> socket.abort());
    }

    // ---- the JDK's side

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean complete) {
        if (partial.length() + data.length() > MOST_TEXT) {
            listener.closed(ABNORMAL, "a message of the server is too long");
            return null;
        }
        partial.append(data);
        if (complete) {
            String text = partial.toString();
            partial.setLength(0);
            listener.received(text);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        listener.closed(code, reason.isEmpty() ? "closed with " + code : reason);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        listener.closed(ABNORMAL, String.valueOf(failure));
    }
}
