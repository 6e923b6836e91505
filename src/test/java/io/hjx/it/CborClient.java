package io.hjx.it;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.cbor.CBORFactory;

/** A client of {@code hjx.v1.cbor}, whose test writes and reads the same messages as JSON. */
final class CborClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonFactory JSON = new JsonFactory();
    private static final CBORFactory CBOR = new CBORFactory();
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private final WebSocket socket;

    private CborClient(URI address, String first, String... others) {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols(first, others)
                .buildAsync(address, this)
                .join();
    }

    static CborClient connect(URI address) {
        return new CborClient(address, "hjx.v1.cbor", "hjx.v1");
    }

    String protocol() {
        return socket.getSubprotocol();
    }

    WebSocket socket() {
        return socket;
    }

    void say(String json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), json);
                JsonGenerator to = CBOR.createGenerator(ObjectWriteContext.empty(), out)) {
            from.nextToken();
            to.copyCurrentStructure(from);
        }
        say(out.toByteArray());
    }

    void say(byte[] frame) {
        socket.sendBinary(ByteBuffer.wrap(frame), true).join();
    }

    /** The next message as JSON, or {@code close NNNN}. */
    String hear() throws InterruptedException {
        String message = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing was heard in " + PATIENCE_SECONDS + " s");
        }
        return message;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        partial.writeBytes(part);
        if (last) {
            heard.add(json(partial.toByteArray()));
            partial.reset();
        }
        webSocket.request(1);
        return null;
    }

    private static String json(byte[] cbor) {
        StringWriter out = new StringWriter();
        try (JsonParser from = CBOR.createParser(ObjectReadContext.empty(), cbor);
                JsonGenerator to = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            from.nextToken();
            to.copyCurrentStructure(from);
        }
        return out.toString();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        heard.add("text " + data);
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
