package io.hjx.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A hand-written client: the JDK's WebSocket, and what it has heard. */
final class PlainClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private PlainClient(URI address, String origin, String... protocol) {
        this(builder(origin), address, protocol);
    }

    private PlainClient(WebSocket.Builder builder, URI address, String... protocol) {
        if (protocol.length > 0) {
            builder.subprotocols(protocol[0], Arrays.copyOfRange(protocol, 1, protocol.length));
        }
        socket = builder.buildAsync(address, this).join();
    }

    private static WebSocket.Builder builder(String origin) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        return origin == null ? builder : builder.header("Origin", origin);
    }

    static PlainClient connect(URI address) {
        return new PlainClient(address, null);
    }

    /** A client whose handshake has this header. */
    static PlainClient connectWith(URI address, String header, String value) {
        return new PlainClient(HTTP.newWebSocketBuilder().header(header, value), address);
    }

    static PlainClient connectV1(URI address) {
        return new PlainClient(address, null, "hjx.v1");
    }

    /** A client of the message server that has been connected before. */
    static PlainClient connectAgain(URI address, String token) {
        return new PlainClient(address, null, "hjx.messages", "hjx.token." + token);
    }

    /** The status of a handshake from a page of this origin; 101 where it succeeds. */
    static int status(URI address, String origin) {
        try {
            new PlainClient(address, origin).close();
            return 101;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw failure;
        }
    }

    void say(String message) {
        socket.sendText(message, true).join();
    }

    WebSocket socket() {
        return socket;
    }

    /** The next message, or {@code close NNNN}. */
    String hear() throws InterruptedException {
        String message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing was heard in " + PATIENCE_SECONDS + " s");
        }
        return message;
    }

    /** True where nothing has been heard that was not asked for. */
    boolean isSilent() {
        return heard.isEmpty();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        heard.add("close " + statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        heard.add("error " + error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
