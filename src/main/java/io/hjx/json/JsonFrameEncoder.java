package io.hjx.json;

import io.hjx.lang.diagnostic.DiagnosticJson;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import io.hjx.runtime.spi.FrameEncoder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message's text: the envelope by JSON-B, the values of the language by their own package, spliced in before
 * the envelope's closing brace. Immutable, hence thread-safe.
 *
 * <p>An update is the exception: it is the one message sent a hundred thousand times a second, has nothing in its
 * envelope but numbers, and is put together around its shared body without JSON-B.
 */
public final class JsonFrameEncoder implements FrameEncoder {

    @Override
    public EncodedBody.Text body(String epoch, long version, Map<String, Value> state) {
        StringBuilder out = place(epoch, version);
        JsonText.members(name(out, ProtocolKeys.STATE), state);
        return new EncodedBody.Text(out.toString(), version);
    }

    @Override
    public EncodedBody.Text body(String epoch, long version, Patch patch) {
        StringBuilder out = place(epoch, version);
        JsonText.value(name(out, ProtocolKeys.PATCH), patch.toValue());
        return new EncodedBody.Text(out.toString(), version);
    }

    private static StringBuilder place(String epoch, long version) {
        StringBuilder out = new StringBuilder(128);
        JsonText.string(name(out, ProtocolKeys.EPOCH), epoch);
        return name(out.append(','), ProtocolKeys.VERSION).append(version).append(',');
    }

    @Override
    public Frame.Text frame(Dialect dialect, ServerMessage message) {
        return new Frame.Text(text(dialect, message));
    }

    private static String text(Dialect dialect, ServerMessage message) {
        if (message instanceof ServerMessage.Update update) {
            return update(update);
        }
        if (message instanceof ServerMessage.PlainUpdate update) {
            return plainUpdate(dialect, update);
        }
        if (message instanceof ServerMessage.Snapshot snapshot) {
            return snapshot(snapshot);
        }
        if (message instanceof ServerMessage.Event event) {
            return data(Envelopes.event(event), event.data());
        }
        if (message instanceof ServerMessage.PlainEvent event) {
            JsonObjectBuilder envelope =
                    address(Envelopes.of(ProtocolKeys.EVENT), event.target()).add(ProtocolKeys.EVENT, event.event());
            return data(envelope, event.data());
        }
        if (message instanceof ServerMessage.Faults faults) {
            return faults(faults);
        }
        return Envelopes.text(Envelopes.of(message));
    }

    private static String update(ServerMessage.Update update) {
        String body = update.body() == null ? null : ((EncodedBody.Text) update.body()).text();
        StringBuilder out = new StringBuilder(96 + (body == null ? 0 : body.length()));
        out.append("{\"type\":\"update\",\"sub\":").append(update.sub());
        if (body != null) {
            out.append(',').append(body);
        }
        if (!update.local().isEmpty()) {
            JsonText.members(name(out.append(','), ProtocolKeys.LOCAL), update.local());
        }
        if (!update.acks().isEmpty()) {
            acks(name(out.append(','), ProtocolKeys.ACKS), update.acks());
        }
        if (!update.events().isEmpty()) {
            events(name(out.append(','), ProtocolKeys.EVENTS), update.events());
        }
        return out.append('}').toString();
    }

    private static void acks(StringBuilder out, List<Long> acks) {
        String before = "[";
        for (long ack : acks) {
            out.append(before).append(ack);
            before = ",";
        }
        out.append(']');
    }

    private static void events(StringBuilder out, List<NamedEvent> events) {
        String before = "[";
        for (NamedEvent event : events) {
            JsonText.string(name(out.append(before).append('{'), ProtocolKeys.EVENT), event.event());
            JsonText.value(name(out.append(','), ProtocolKeys.DATA), event.data());
            out.append('}');
            before = ",";
        }
        out.append(']');
    }

    private static String plainUpdate(Dialect dialect, ServerMessage.PlainUpdate update) {
        String type = dialect == Dialect.PLAIN_ROOT ? ProtocolKeys.STATE_UPDATE : ProtocolKeys.UPDATE;
        StringBuilder out = open(address(Envelopes.of(type), update.target()));
        JsonText.members(name(out, ProtocolKeys.STATE), update.state());
        return out.append('}').toString();
    }

    private static String snapshot(ServerMessage.Snapshot snapshot) {
        StringBuilder out = open(Envelopes.snapshot(snapshot));
        JsonText.members(name(out, ProtocolKeys.STATE), snapshot.state());
        JsonText.members(name(out.append(','), ProtocolKeys.LOCAL), snapshot.local());
        return out.append('}').toString();
    }

    private static String faults(ServerMessage.Faults faults) {
        StringBuilder out = open(Envelopes.faults(faults));
        name(out, ProtocolKeys.DIAGNOSTICS).append(DiagnosticJson.write(faults.found()));
        return out.append('}').toString();
    }

    private static JsonObjectBuilder address(JsonObjectBuilder envelope, ClientMessage.@Nullable Target target) {
        if (target != null) {
            envelope.add(ProtocolKeys.COMPONENT, target.component());
            if (!target.key().isEmpty()) {
                envelope.add(ProtocolKeys.KEY, target.key());
            }
        }
        return envelope;
    }

    private static String data(JsonObjectBuilder envelope, Value data) {
        StringBuilder out = open(envelope);
        JsonText.value(name(out, ProtocolKeys.DATA), data);
        return out.append('}').toString();
    }

    /** The envelope's text with a comma in place of its closing brace. */
    private static StringBuilder open(JsonObjectBuilder envelope) {
        StringBuilder out = new StringBuilder(Envelopes.text(envelope));
        out.setCharAt(out.length() - 1, ',');
        return out;
    }

    private static StringBuilder name(StringBuilder out, String name) {
        return out.append('"').append(name).append("\":");
    }
}
