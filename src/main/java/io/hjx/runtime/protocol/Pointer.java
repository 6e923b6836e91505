package io.hjx.runtime.protocol;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a value, as RFC 6901 writes it: {@code /messages/3/text}, with {@code ~0} for a tilde and {@code ~1} for a
 * slash within a key. Immutable.
 *
 * @param keys from the outside in: keys of objects, positions in lists; none for the whole value
 */
public record Pointer(List<String> keys) {

    public Pointer {
        keys = List.copyOf(keys);
    }

    /**
     * The place that a text names.
     *
     * @throws IllegalArgumentException where the text is not a pointer
     */
    public static Pointer parse(String text) {
        if (text.isEmpty()) {
            return new Pointer(List.of());
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("a pointer begins with a slash: " + text);
        }
        List<String> keys = new ArrayList<>();
        for (String key : text.substring(1).split("/", -1)) {
            keys.add(key.replace("~1", "/").replace("~0", "~"));
        }
        return new Pointer(keys);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String key : keys) {
            text.append('/').append(key.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }

    /** The value in this place. */
    Value in(Value document) {
        Value value = document;
        for (String key : keys) {
            value = member(value, key);
        }
        return value;
    }

    /** What is done to the list or object in which the place is. */
    interface Edit {
        Value apply(Value holder, String key);
    }

    /** The document with an edit in this place. */
    Value edit(Value document, Edit edit) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the whole value is no place in it");
        }
        return edit(document, 0, edit);
    }

    private Value edit(Value holder, int depth, Edit edit) {
        String key = keys.get(depth);
        if (depth == keys.size() - 1) {
            return edit.apply(holder, key);
        }
        return put(holder, key, edit(member(holder, key), depth + 1, edit));
    }

    static Value member(Value holder, String key) {
        if (holder instanceof ListValue list) {
            return list.get(position(key, list.size() - 1));
        }
        return known(holder, key).get(key);
    }

    /** Another value in the place of one that is there. */
    static Value put(Value holder, String key, Value value) {
        if (holder instanceof ListValue list) {
            return list.with(position(key, list.size() - 1), value);
        }
        return known(holder, key).with(key, value);
    }

    static Value insert(Value holder, String key, Value value) {
        if (holder instanceof ListValue list) {
            int position = position(key, list.size());
            return list.slice(0, position).plus(value).plus(list.slice(position, list.size()));
        }
        return object(holder, key).with(key, value);
    }

    static Value remove(Value holder, String key) {
        if (holder instanceof ListValue list) {
            int position = position(key, list.size() - 1);
            return list.slice(0, position).plus(list.slice(position + 1, list.size()));
        }
        return known(holder, key).without(key);
    }

    private static int position(String key, int last) {
        if (!key.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(key) > last) {
            throw new IllegalArgumentException("the list has no position " + key);
        }
        return Integer.parseInt(key);
    }

    private static ObjectValue known(Value holder, String key) {
        ObjectValue object = object(holder, key);
        if (!object.has(key)) {
            throw new IllegalArgumentException("the object has no key " + key);
        }
        return object;
    }

    private static ObjectValue object(Value holder, String key) {
        if (holder instanceof ObjectValue object) {
            return object;
        }
        throw new IllegalArgumentException("neither a list nor an object holds " + key);
    }
}
