package io.hjx.test;

import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client of {@code hjx.v1} says, as the protocol has it. Stateless. */
final class Messages {

    private Messages() {}

    /** @param client who it was before, or null */
    static ObjectValue hello(@Nullable String client, String token) {
        ObjectValue.Builder hello = of("hello");
        if (client != null) {
            hello.put("client", new StringValue(client)).put("token", new StringValue(token));
        }
        return hello.build();
    }

    static ObjectValue ping() {
        return of("ping").build();
    }

    static ObjectValue.Builder subscribe(int sub, String component, String key) {
        return of("subscribe")
                .put("sub", new NumberValue(sub))
                .put("component", new StringValue(component))
                .put("key", new StringValue(key));
    }

    static ObjectValue unsubscribe(int sub) {
        return of("unsubscribe").put("sub", new NumberValue(sub)).build();
    }

    static ObjectValue action(int sub, Outgoing.Entry entry) {
        Action action = entry.action();
        ObjectValue.Builder message = of(action instanceof Action.Bind ? "bind" : "event")
                .put("sub", new NumberValue(sub))
                .put("id", new NumberValue((double) entry.id()))
                .put("version", new NumberValue((double) entry.version()));
        address(action.site(), message);
        if (action instanceof Action.Bind bind) {
            message.put("value", bind.value());
        } else if (action instanceof Action.Event event) {
            message.put("event", event.event()).put("el", event.el());
        }
        return message.build();
    }

    private static void address(SiteRef site, ObjectValue.Builder message) {
        List<Value> at = new ArrayList<>();
        site.at().forEach(use -> at.add(ListValue.of(new NumberValue(use.use()), new StringValue(use.key()))));
        List<Value> items = new ArrayList<>();
        site.items().forEach(item -> items.add(ListValue.of(new StringValue(item.name()), key(item))));
        message.put("site", new NumberValue(site.site()))
                .put("at", ListValue.of(at))
                .put("items", ListValue.of(items));
    }

    private static Value key(ItemKey item) {
        return item.positional() ? new NumberValue((double) Long.parseLong(item.key())) : new StringValue(item.key());
    }

    private static ObjectValue.Builder of(String type) {
        return new ObjectValue.Builder(12).put("type", new StringValue(type));
    }
}
