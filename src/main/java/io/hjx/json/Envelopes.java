package io.hjx.json;

import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.runtime.protocol.ServerMessage;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages and parts of messages that hold no value of the language, as JSON-P objects that JSON-B prints. */
final class Envelopes {

    /** Looked up once: each use of {@code Json} looks for the provider again. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private Envelopes() {}

    static JsonObjectBuilder of(String type) {
        return JSON.createObjectBuilder().add(ProtocolKeys.TYPE, type);
    }

    static String text(JsonObjectBuilder envelope) {
        return JsonBinding.JSONB.toJson(envelope.build());
    }

    static JsonObjectBuilder of(ServerMessage message) {
        if (message instanceof ServerMessage.Ack ack) {
            return of(ProtocolKeys.ACK)
                    .add(ProtocolKeys.SUB, ack.sub())
                    .add(ProtocolKeys.ID, ack.id())
                    .add(ProtocolKeys.EPOCH, ack.epoch())
                    .add(ProtocolKeys.VERSION, ack.version());
        }
        if (message instanceof ServerMessage.Failure failure) {
            return failure(failure);
        }
        if (message instanceof ServerMessage.Welcome welcome) {
            return welcome(welcome);
        }
        if (message instanceof ServerMessage.Reload reload) {
            return of(ProtocolKeys.RELOAD)
                    .add(ProtocolKeys.SUB, reload.sub())
                    .add(ProtocolKeys.MODULE, reload.module());
        }
        if (message instanceof ServerMessage.Pong) {
            return of(ProtocolKeys.PONG);
        }
        if (message instanceof ServerMessage.Closing closing) {
            return of(ProtocolKeys.CLOSING)
                    .add(ProtocolKeys.REASON, closing.reason())
                    .add(ProtocolKeys.RETRY_AFTER, closing.retryAfterMillis());
        }
        throw new IllegalArgumentException("no envelope: " + message.getClass().getSimpleName());
    }

    /** All but the state and the local names. */
    static JsonObjectBuilder snapshot(ServerMessage.Snapshot snapshot) {
        return of(ProtocolKeys.SNAPSHOT)
                .add(ProtocolKeys.SUB, snapshot.sub())
                .add(ProtocolKeys.EPOCH, snapshot.epoch())
                .add(ProtocolKeys.VERSION, snapshot.version())
                .add(ProtocolKeys.MODULE, snapshot.module());
    }

    /** All but the data. */
    static JsonObjectBuilder event(ServerMessage.Event event) {
        JsonObjectBuilder envelope = of(ProtocolKeys.EVENT);
        number(envelope, ProtocolKeys.SUB, event.sub());
        return envelope.add(ProtocolKeys.EVENT, event.event());
    }

    /** All but the list of diagnostics. */
    static JsonObjectBuilder faults(ServerMessage.Faults faults) {
        return of(ProtocolKeys.DIAGNOSTICS)
                .add(ProtocolKeys.SUB, faults.sub())
                .add(ProtocolKeys.TEXT, DiagnosticRenderer.plain().render(faults.found()));
    }

    private static JsonObjectBuilder failure(ServerMessage.Failure failure) {
        JsonObjectBuilder envelope = of(ProtocolKeys.ERROR);
        number(envelope, ProtocolKeys.ID, failure.id());
        number(envelope, ProtocolKeys.SUB, failure.sub());
        envelope.add(ProtocolKeys.CODE, failure.code()).add(ProtocolKeys.MESSAGE, failure.message());
        if (failure.at() != null) {
            envelope.add(ProtocolKeys.AT, failure.at());
        }
        if (!failure.fields().isEmpty()) {
            JsonObjectBuilder fields = JSON.createObjectBuilder();
            new TreeMap<>(failure.fields()).forEach(fields::add);
            envelope.add(ProtocolKeys.FIELDS, fields);
        }
        return envelope;
    }

    private static void number(JsonObjectBuilder envelope, String name, @Nullable Number number) {
        if (number != null) {
            envelope.add(name, number.longValue());
        }
    }

    private static JsonObjectBuilder welcome(ServerMessage.Welcome welcome) {
        JsonObjectBuilder limits = JSON.createObjectBuilder()
                .add(ProtocolKeys.FRAME, welcome.limits().frame())
                .add(ProtocolKeys.SUBSCRIPTIONS, welcome.limits().subscriptions())
                .add(ProtocolKeys.UNACKNOWLEDGED, welcome.limits().unacknowledged());
        return of(ProtocolKeys.WELCOME)
                .add(ProtocolKeys.CLIENT, welcome.client())
                .add(ProtocolKeys.TOKEN, welcome.token())
                .add(ProtocolKeys.HEARTBEAT, welcome.heartbeatMillis())
                .add(ProtocolKeys.LIMITS, limits);
    }
}
