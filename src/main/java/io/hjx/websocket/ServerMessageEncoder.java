package io.hjx.websocket;

import io.hjx.json.JsonFrameEncoder;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.FrameEncoder;
import jakarta.websocket.Encoder;
import java.util.Map;

/**
 * Makes each frame's text, once: the runtime asks for it as its {@link FrameEncoder} and its outboxes send the text to
 * all whom it concerns. As an {@link Encoder} it also serves {@code sendObject}. Immutable, hence thread-safe.
 */
public class ServerMessageEncoder implements Encoder.Text<ServerMessage>, FrameEncoder {

    private final FrameEncoder json = new JsonFrameEncoder();

    @Override
    public EncodedBody body(String epoch, long version, Map<String, Value> state) {
        return json.body(epoch, version, state);
    }

    @Override
    public EncodedBody body(String epoch, long version, Patch patch) {
        return json.body(epoch, version, patch);
    }

    @Override
    public String frame(Dialect dialect, ServerMessage message) {
        return json.frame(dialect, message);
    }

    @Override
    public String encode(ServerMessage message) {
        boolean plain = message instanceof ServerMessage.PlainUpdate || message instanceof ServerMessage.PlainEvent;
        return frame(plain ? Dialect.PLAIN : Dialect.V1, message);
    }
}
