package io.hjx.handlers;

import io.hjx.api.Client;
import io.hjx.handlers.BeanMethod.Argument;
import io.hjx.handlers.BeanMethod.Given;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.JavaHandlers.Call;
import io.hjx.runtime.spi.RefusedCallException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What the parameters of one call are given. Confined to the call. */
final class Arguments {

    private final List<Value> sent;
    private final List<String> sources;
    private final @Nullable Client client;
    private final String key;
    private final @Nullable Object event;

    private Arguments(
            List<Value> sent, List<String> sources, @Nullable Client client, String key, @Nullable Object event) {
        this.sent = sent;
        this.sources = sources;
        this.client = client;
        this.key = key;
        this.event = event;
    }

    static Arguments of(Call call) {
        Client by = new Client(call.client(), call.by().name(), call.by().roles());
        return new Arguments(call.arguments(), call.sources(), by, call.key(), null);
    }

    static Arguments ofStart(String key) {
        return new Arguments(List.of(), List.of(), null, key, null);
    }

    static Arguments ofEvent(Object event) {
        return new Arguments(List.of(), List.of(), null, "", event);
    }

    /**
     * The arguments of a method.
     *
     * @throws RefusedCallException where one cannot be made into what the method takes, or the rules are broken
     */
    @Nullable Object[] of(BeanMethod method, Object bean, TurnDraft draft, Executor threads, Ports ports) {
        Map<String, String> unreadable = new LinkedHashMap<>();
        @Nullable Object[] made = new @Nullable Object[method.parameters().size()];
        for (int i = 0; i < made.length; i++) {
            BeanMethod.Parameter parameter = method.parameters().get(i);
            made[i] = parameter instanceof Argument argument
                    ? read(argument, ports.codec(), unreadable)
                    : given((Given) parameter, draft, threads);
        }
        if (!unreadable.isEmpty()) {
            throw refused(ErrorCode.BAD_VALUE, unreadable, "");
        }
        check(method, ports.rules().broken(bean, method.method(), made));
        return made;
    }

    private @Nullable Object given(Given given, TurnDraft draft, Executor threads) {
        return switch (given) {
            case CLIENT -> client;
            case DRAFT -> draft;
            case STORE -> new TurnStore(draft, threads);
            case KEY -> key;
            case CDI_EVENT -> event;
        };
    }

    private @Nullable Object read(Argument argument, Ports.Codec codec, Map<String, String> unreadable) {
        Value value = argument.index() < sent.size() ? sent.get(argument.index()) : Undefined.UNDEFINED;
        boolean none = value instanceof NullValue || value instanceof Undefined;
        if (none && argument.type() instanceof Class<?> type && type.isPrimitive()) {
            unreadable.put(field(argument, ""), "is missing");
            return null;
        }
        try {
            return codec.read(value, argument.type());
        } catch (IllegalArgumentException wrong) {
            unreadable.put(field(argument, ""), "is not valid");
            return null;
        }
    }

    private void check(BeanMethod method, List<Ports.Violation> broken) {
        if (broken.isEmpty()) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        String general = "";
        for (Ports.Violation violation : broken) {
            int number = violation.parameter();
            if (number >= 0 && method.parameters().get(number) instanceof Argument argument) {
                fields.merge(field(argument, violation.inside()), violation.message(), Arguments::both);
            } else {
                general = general.isEmpty() ? violation.message() : both(general, violation.message());
            }
        }
        throw refused(ErrorCode.INVALID, fields, general);
    }

    /** In an order of their own: that of the rules' results is none. */
    private static String both(String one, String other) {
        return String.join(", ", new TreeSet<>(List.of(one, other)));
    }

    /** Who shows no fields shows the message. */
    private static RefusedCallException refused(ErrorCode code, Map<String, String> fields, String general) {
        StringBuilder message = new StringBuilder(general);
        fields.forEach((field, text) -> message.append(message.isEmpty() ? "" : "; ")
                .append(field)
                .append(' ')
                .append(text));
        return new RefusedCallException(code.wire(), message.toString(), fields);
    }

    /** The path in the component that an argument, or something in it, was read from; else what the method calls it. */
    private String field(Argument argument, String inside) {
        String source = argument.index() < sources.size() ? sources.get(argument.index()) : "";
        String base = source.isEmpty() ? argument.name() : source;
        return inside.isEmpty() ? base : base + '.' + inside;
    }

    /** Fields as the method calls them by the paths that they were read from. */
    Map<String, String> fields(BeanMethod method, Map<String, String> named) {
        Map<String, String> fields = new LinkedHashMap<>();
        named.forEach((path, message) -> {
            String[] parts = path.split("\\.", 2);
            String field = path;
            for (BeanMethod.Parameter parameter : method.parameters()) {
                if (parameter instanceof Argument argument && argument.name().equals(parts[0])) {
                    field = field(argument, parts.length > 1 ? parts[1] : "");
                }
            }
            fields.put(field, message);
        });
        return fields;
    }
}
