package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;
import static io.hjx.runtime.protocol.ErrorCode.UNKNOWN_TYPE;

import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ClientMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the messages of the plain dialect. Immutable. */
record PlainReader(Fields fields) {

    ClientMessage read() throws BadMessageException {
        String type = fields.text(ProtocolKeys.TYPE);
        return switch (type) {
            case ProtocolKeys.EVENT, ProtocolKeys.INVOKE ->
                new ClientMessage.PlainEvent(target(), fields.text(ProtocolKeys.HANDLER), arguments(fields));
            case ProtocolKeys.SUBSCRIBE ->
                new ClientMessage.PlainSubscribe(new ClientMessage.Target(
                        fields.text(ProtocolKeys.COMPONENT), fields.textOr(ProtocolKeys.KEY, "")));
            case ProtocolKeys.UNSUBSCRIBE -> new ClientMessage.PlainUnsubscribe(target());
            case ProtocolKeys.SET ->
                new ClientMessage.PlainSet(
                        target(), fields.object(ProtocolKeys.STATE).properties());
            default ->
                throw new BadMessageException(
                        UNKNOWN_TYPE,
                        "There is no message of the type " + Fields.quote(type)
                                + "; known are event, invoke, subscribe, unsubscribe and set.");
        };
    }

    static List<Value> arguments(Fields fields) throws BadMessageException {
        return fields.has(ProtocolKeys.ARGS) ? fields.list(ProtocolKeys.ARGS).items() : List.of();
    }

    private ClientMessage.@Nullable Target target() throws BadMessageException {
        if (fields.has(ProtocolKeys.COMPONENT)) {
            return new ClientMessage.Target(fields.text(ProtocolKeys.COMPONENT), fields.textOr(ProtocolKeys.KEY, ""));
        }
        if (fields.has(ProtocolKeys.KEY)) {
            throw new BadMessageException(BAD_MESSAGE, "The field `key` needs a `component` beside it.");
        }
        return null;
    }
}
