package io.hjx.websocket;

import io.hjx.json.CborFrameEncoder;
import io.hjx.json.JsonFrameEncoder;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.FrameEncoder;
import jakarta.websocket.Encoder;
import java.util.Map;

/**
 * Makes each frame, once, in JSON or CBOR as the dialect is: the runtime asks for it as its {@link FrameEncoder} and
 * its outboxes send the frame to all whom it concerns. As an {@link Encoder} it also serves {@code sendObject}.
 * Immutable, hence thread-safe.
 */
public class ServerMessageEncoder implements Encoder.Text<ServerMessage>, FrameEncoder {

    private final JsonFrameEncoder json = new JsonFrameEncoder();

    /** The codec is loaded when somebody speaks CBOR for the first time. */
    private static final class Cbor {

        private static final FrameEncoder ENCODER = new CborFrameEncoder();
    }

    @Override
    public EncodedBody body(String epoch, long version, Map<String, Value> state) {
        return json.body(epoch, version, state);
    }

    @Override
    public EncodedBody body(String epoch, long version, Patch patch) {
        return json.body(epoch, version, patch);
    }

    @Override
    public Frame frame(Dialect dialect, ServerMessage message) {
        return speaking(dialect).frame(dialect, message);
    }

    @Override
    public FrameEncoder speaking(Dialect dialect) {
        return dialect == Dialect.V1_CBOR ? Cbor.ENCODER : json;
    }

    @Override
    public String encode(ServerMessage message) {
        boolean plain = message instanceof ServerMessage.PlainUpdate || message instanceof ServerMessage.PlainEvent;
        return json.frame(plain ? Dialect.PLAIN : Dialect.V1, message).text();
    }
}
