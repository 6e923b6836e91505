package io.hjx.lang.eval;

import io.hjx.lang.ast.ForNode;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the items of a loop's list are known by. Immutable.
 *
 * <p>An item's key is what the loop's {@code key} says, without it the item's {@code id}; it is a text, a number or a
 * truth value, as text. A list is keyed where each item has a key and no two have the same; all items of any other list
 * are known by their positions. An empty list is keyed.
 */
public final class LoopKeys {

    static final LoopKeys EMPTY = new LoopKeys(true, List.of());

    private final boolean keyed;
    private final List<String> keys;

    private LoopKeys(boolean keyed, List<String> keys) {
        this.keyed = keyed;
        this.keys = keys;
    }

    /**
     * The keys of a list.
     *
     * @param explicit the value of the loop's {@code key} for an item and its position; not called without one
     */
    public static LoopKeys of(ForNode loop, ListValue list, BiFunction<Value, Integer, Value> explicit) {
        List<String> keys = new ArrayList<>(list.size());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            Value item = list.get(i);
            String key = loop.key() == null ? id(item) : text(explicit.apply(item, i));
            if (key == null || !seen.add(key)) {
                return positions(list.size());
            }
            keys.add(key);
        }
        return new LoopKeys(true, keys);
    }

    private static LoopKeys positions(int size) {
        List<String> keys = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            keys.add(Integer.toString(i));
        }
        return new LoopKeys(false, keys);
    }

    private static @Nullable String id(Value item) {
        return item instanceof ObjectValue object ? text(object.get("id")) : null;
    }

    private static @Nullable String text(Value key) {
        return key instanceof StringValue || key instanceof NumberValue || key instanceof BooleanValue
                ? Conversions.toText(key)
                : null;
    }

    /** False where the items are known by their positions. */
    public boolean keyed() {
        return keyed;
    }

    public int size() {
        return keys.size();
    }

    /** An item's key, or its position, as text. */
    public String key(int index) {
        return keys.get(index);
    }

    /** The item of this key or position, or -1. */
    public int indexOf(String key) {
        return keys.indexOf(key);
    }

    /** A key as it stands in a path: as {@code encodeURIComponent} writes it. */
    public static String encode(String key) {
        StringBuilder encoded = new StringBuilder(key.length());
        for (byte unit : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-_.!~*'()".indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%').append(hex(c >> 4)).append(hex(c));
            }
        }
        return encoded.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit & 15);
    }

    /** Keys as they stand in a {@link UseKey}, outermost first: encoded, with commas between. */
    public static String join(List<String> keys) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            joined.append(i == 0 ? "" : ",").append(encode(keys.get(i)));
        }
        return joined.toString();
    }
}
