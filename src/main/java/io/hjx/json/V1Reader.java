package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;
import static io.hjx.runtime.protocol.ErrorCode.UNKNOWN_TYPE;

import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ClientMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the messages of {@code hjx.v1}. Immutable. */
record V1Reader(Fields fields) {

    ClientMessage read() throws BadMessageException {
        try {
            return message();
        } catch (BadMessageException bad) {
            throw bad.about(
                    address(ProtocolKeys.SUB, Integer.MAX_VALUE, Long::intValue),
                    address(ProtocolKeys.ID, Long.MAX_VALUE, Long::valueOf));
        }
    }

    private ClientMessage message() throws BadMessageException {
        String type = fields.text(ProtocolKeys.TYPE);
        return switch (type) {
            case ProtocolKeys.HELLO ->
                new ClientMessage.Hello(
                        fields.optionalText(ProtocolKeys.CLIENT), fields.optionalText(ProtocolKeys.TOKEN));
            case ProtocolKeys.SUBSCRIBE ->
                new ClientMessage.Subscribe(
                        sub(), fields.text(ProtocolKeys.COMPONENT), fields.textOr(ProtocolKeys.KEY, ""), since());
            case ProtocolKeys.UNSUBSCRIBE -> new ClientMessage.Unsubscribe(sub());
            case ProtocolKeys.EVENT -> fields.has(ProtocolKeys.SITE) ? siteEvent() : event();
            case ProtocolKeys.BIND -> bind();
            case ProtocolKeys.PING -> new ClientMessage.Ping();
            default ->
                throw new BadMessageException(
                        UNKNOWN_TYPE, "There is no message of the type " + Fields.quote(type) + ".");
        };
    }

    private ClientMessage event() throws BadMessageException {
        return new ClientMessage.Event(sub(), id(), fields.text(ProtocolKeys.HANDLER), PlainReader.arguments(fields));
    }

    private ClientMessage siteEvent() throws BadMessageException {
        if (fields.has(ProtocolKeys.HANDLER)) {
            throw new BadMessageException(BAD_MESSAGE, "An event names a `site` or a `handler`, not both.");
        }
        return new ClientMessage.SiteEvent(
                sub(),
                id(),
                site(),
                fields.count(ProtocolKeys.VERSION),
                fields.value(ProtocolKeys.EVENT),
                fields.value(ProtocolKeys.EL));
    }

    private ClientMessage bind() throws BadMessageException {
        SiteRef site = site();
        if (!fields.message().has(ProtocolKeys.VALUE)) {
            throw new BadMessageException(BAD_MESSAGE, "The field `value` is missing; it is the input's value.");
        }
        return new ClientMessage.Bind(
                sub(), id(), site, fields.count(ProtocolKeys.VERSION), fields.value(ProtocolKeys.VALUE));
    }

    private ClientMessage.@Nullable Since since() throws BadMessageException {
        if (!fields.has(ProtocolKeys.SINCE)) {
            return null;
        }
        Fields since = new Fields(fields.object(ProtocolKeys.SINCE));
        return new ClientMessage.Since(since.text(ProtocolKeys.EPOCH), since.count(ProtocolKeys.VERSION));
    }

    private SiteRef site() throws BadMessageException {
        int site = fields.smallCount(ProtocolKeys.SITE);
        List<UseKey> at = new ArrayList<>();
        for (Value step : fields.list(ProtocolKeys.AT).items()) {
            at.add(useKey(step));
        }
        List<ItemKey> items = new ArrayList<>();
        for (Value item : fields.list(ProtocolKeys.ITEMS).items()) {
            items.add(itemKey(item));
        }
        return new SiteRef(site, List.copyOf(at), List.copyOf(items));
    }

    private static UseKey useKey(Value step) throws BadMessageException {
        if (step instanceof ListValue pair && pair.size() == 2 && pair.get(1) instanceof StringValue key) {
            Long number = Fields.whole(pair.get(0));
            if (number != null && number >= 0 && number <= Integer.MAX_VALUE) {
                return new UseKey(number.intValue(), key.value());
            }
        }
        throw new BadMessageException(BAD_MESSAGE, "Each step of `at` must be a pair of a use's number and its key.");
    }

    private static ItemKey itemKey(Value item) throws BadMessageException {
        if (item instanceof ListValue pair && pair.size() == 2 && pair.get(0) instanceof StringValue name) {
            if (pair.get(1) instanceof StringValue key) {
                return new ItemKey(name.value(), key.value(), false);
            }
            Long position = Fields.whole(pair.get(1));
            if (position != null && position >= 0) {
                return new ItemKey(name.value(), position.toString(), true);
            }
        }
        throw new BadMessageException(
                BAD_MESSAGE, "Each entry of `items` must be a pair of a loop's name and a key or position.");
    }

    private int sub() throws BadMessageException {
        return fields.smallCount(ProtocolKeys.SUB);
    }

    private long id() throws BadMessageException {
        return fields.count(ProtocolKeys.ID);
    }

    /** A number that only helps the client to match the error; wrong ones are left out. */
    private <T> @Nullable T address(String name, long max, java.util.function.Function<Long, T> as) {
        Long number = Fields.whole(fields.value(name));
        return number == null || number < 0 || number > max ? null : as.apply(number);
    }
}
