package io.hjx.json;

import io.hjx.lang.diagnostic.DiagnosticJson;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import io.hjx.runtime.spi.FrameEncoder;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Makes a message's CBOR: the members and values that {@link JsonFrameEncoder} writes as JSON. Immutable, hence
 * thread-safe.
 *
 * <p>An update's shared body stands behind what is the client's own. A map begins with the number of its members, which
 * below 24 is in its first byte: that byte is left out of the body and counts its members in the frame.
 */
public final class CborFrameEncoder implements FrameEncoder {

    private static final int BODY_MEMBERS = 3;

    @Override
    public EncodedBody.Binary body(String epoch, long version, Map<String, Value> state) {
        return body(version, place(epoch, version).add(ProtocolKeys.STATE, state));
    }

    @Override
    public EncodedBody.Binary body(String epoch, long version, Patch patch) {
        return body(version, place(epoch, version).add(ProtocolKeys.PATCH, patch.toValue()));
    }

    private static CborWriter place(String epoch, long version) {
        return new CborWriter(BODY_MEMBERS).add(ProtocolKeys.EPOCH, epoch).add(ProtocolKeys.VERSION, version);
    }

    private static EncodedBody.Binary body(long version, CborWriter members) {
        byte[] map = members.finish();
        return new EncodedBody.Binary(ByteBuffer.wrap(map, 1, map.length - 1), version);
    }

    @Override
    public Frame.Binary frame(Dialect dialect, ServerMessage message) {
        if (message instanceof ServerMessage.Update update) {
            return update(update);
        }
        if (message instanceof ServerMessage.Snapshot snapshot) {
            return frame(begin(Envelopes.snapshot(snapshot).build(), 2)
                    .add(ProtocolKeys.STATE, snapshot.state())
                    .add(ProtocolKeys.LOCAL, snapshot.local()));
        }
        if (message instanceof ServerMessage.Event event) {
            return frame(begin(Envelopes.event(event).build(), 1).add(ProtocolKeys.DATA, event.data()));
        }
        if (message instanceof ServerMessage.Faults faults) {
            Value found = Json.parse(DiagnosticJson.write(faults.found()));
            return frame(begin(Envelopes.faults(faults).build(), 1).add(ProtocolKeys.DIAGNOSTICS, found));
        }
        return frame(begin(Envelopes.of(message).build(), 0));
    }

    /** Begins a map with an envelope and so many members behind it. */
    private static CborWriter begin(JsonObject envelope, int more) {
        return new CborWriter(envelope.size() + more).add(envelope);
    }

    private static Frame.Binary frame(CborWriter map) {
        return new Frame.Binary(ByteBuffer.wrap(map.finish()));
    }

    private static Frame.Binary update(ServerMessage.Update update) {
        byte[] own = own(update);
        if (update.body() == null) {
            return new Frame.Binary(ByteBuffer.wrap(own));
        }
        ByteBuffer body = ((EncodedBody.Binary) update.body()).members();
        ByteBuffer whole = ByteBuffer.allocate(own.length + body.remaining());
        whole.put((byte) (own[0] + BODY_MEMBERS)).put(own, 1, own.length - 1).put(body);
        return new Frame.Binary(whole.flip());
    }

    /** All but the shared body, as a map by itself. */
    private static byte[] own(ServerMessage.Update update) {
        int size = 2
                + one(update.local().isEmpty())
                + one(update.acks().isEmpty())
                + one(update.events().isEmpty());
        CborWriter out =
                new CborWriter(size).add(ProtocolKeys.TYPE, ProtocolKeys.UPDATE).add(ProtocolKeys.SUB, update.sub());
        if (!update.local().isEmpty()) {
            out.add(ProtocolKeys.LOCAL, update.local());
        }
        if (!update.acks().isEmpty()) {
            out.add(ProtocolKeys.ACKS, update.acks());
        }
        if (!update.events().isEmpty()) {
            out.add(ProtocolKeys.EVENTS, events(update.events()));
        }
        return out.finish();
    }

    private static int one(boolean empty) {
        return empty ? 0 : 1;
    }

    private static Value events(List<NamedEvent> events) {
        return ListValue.of(events.stream().map(CborFrameEncoder::event).toList());
    }

    private static Value event(NamedEvent event) {
        return new ObjectValue.Builder(2)
                .put(ProtocolKeys.EVENT, new StringValue(event.event()))
                .put(ProtocolKeys.DATA, Json.isAbsent(event.data()) ? NullValue.NULL : event.data())
                .build();
    }
}
