package io.hjx.runtime.instance;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who acts: a client by its id, and the person behind it. Immutable.
 *
 * @param client the client's id, which is no secret
 * @param user the built-in {@code user}
 * @param self the built-in {@code client}
 * @param resumable whether this client may come back under the same id after a break
 */
public record Identity(String client, Principal principal, Value user, Value self, boolean resumable) {

    public static Identity of(String client, Principal principal, boolean resumable) {
        ObjectValue self = ObjectValue.of(Map.of("id", new StringValue(client)));
        return new Identity(client, principal, user(principal), self, resumable);
    }

    /** The built-ins of these names that say who this is. */
    public Map<String, Value> builtIns(Set<String> names) {
        Map<String, Value> values = new LinkedHashMap<>();
        if (names.contains("user")) {
            values.put("user", user);
        }
        if (names.contains("client")) {
            values.put("client", self);
        }
        return values;
    }

    private static Value user(Principal principal) {
        String name = principal.name();
        Map<String, Value> user = new LinkedHashMap<>();
        user.put("name", name == null ? NullValue.NULL : new StringValue(name));
        user.put(
                "roles",
                ListValue.of(principal.roles().stream()
                        .sorted()
                        .map(StringValue::new)
                        .toList()));
        user.put("authenticated", BooleanValue.of(principal.authenticated()));
        return ObjectValue.of(user);
    }
}
