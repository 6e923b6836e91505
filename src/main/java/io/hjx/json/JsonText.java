package io.hjx.json;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.Value;
import java.util.Map;

/** Writes what an envelope is spliced with: the values' own JSON text, which is the same on every server. */
final class JsonText {

    private JsonText() {}

    /**
     * The members of a map, in its order; {@code undefined} is {@code null}, so that a client forgets the old value.
     */
    static void members(StringBuilder out, Map<String, Value> members) {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Value> member : members.entrySet()) {
            out.append(comma);
            string(out, member.getKey());
            value(out.append(':'), member.getValue());
            comma = ",";
        }
        out.append('}');
    }

    static void value(StringBuilder out, Value value) {
        Json.print(value, out);
    }

    static void string(StringBuilder out, String string) {
        Json.quote(string, out);
    }
}
