package io.hjx.runtime.protocol;

import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import org.jspecify.annotations.Nullable;

/** One operation of a {@link Patch}: those of RFC 6902 that servers send. Immutable. */
public sealed interface Operation {

    /** Where it does something. */
    Pointer path();

    /**
     * The value after it.
     *
     * @throws IllegalArgumentException where it does not fit
     */
    Value apply(Value document);

    /** Its JSON. */
    ObjectValue toValue();

    /** Puts a value before the position in a list, at its end, or under the key of an object, known or new. */
    record Add(Pointer path, Value value) implements Operation {

        @Override
        public Value apply(Value document) {
            return path.edit(document, (holder, key) -> Pointer.insert(holder, key, value));
        }

        @Override
        public ObjectValue toValue() {
            return json("add", path, "value", value);
        }
    }

    record Remove(Pointer path) implements Operation {

        @Override
        public Value apply(Value document) {
            return path.edit(document, Pointer::remove);
        }

        @Override
        public ObjectValue toValue() {
            return json("remove", path, "", null);
        }
    }

    record Replace(Pointer path, Value value) implements Operation {

        @Override
        public Value apply(Value document) {
            return path.edit(document, (holder, key) -> Pointer.put(holder, key, value));
        }

        @Override
        public ObjectValue toValue() {
            return json("replace", path, "value", value);
        }
    }

    /** Removes the value from one place and then adds it in another. */
    record Move(Pointer from, Pointer path) implements Operation {

        @Override
        public Value apply(Value document) {
            Value moved = from.in(document);
            Value rest = from.edit(document, Pointer::remove);
            return path.edit(rest, (holder, key) -> Pointer.insert(holder, key, moved));
        }

        @Override
        public ObjectValue toValue() {
            return json("move", path, "from", new StringValue(from.toString()));
        }
    }

    /**
     * The operation with this JSON.
     *
     * @throws IllegalArgumentException where it is none of these
     */
    static Operation of(Value json) {
        if (!(json instanceof ObjectValue object)) {
            throw new IllegalArgumentException("an operation is an object");
        }
        Pointer path = Pointer.parse(text(object, "path"));
        String op = text(object, "op");
        return switch (op) {
            case "add" -> new Add(path, value(object));
            case "remove" -> new Remove(path);
            case "replace" -> new Replace(path, value(object));
            case "move" -> new Move(Pointer.parse(text(object, "from")), path);
            default -> throw new IllegalArgumentException("no operation: " + op);
        };
    }

    private static String text(ObjectValue object, String name) {
        if (object.get(name) instanceof StringValue string) {
            return string.value();
        }
        throw new IllegalArgumentException("an operation has a string `" + name + "`");
    }

    private static Value value(ObjectValue object) {
        if (!object.has("value")) {
            throw new IllegalArgumentException("the operation has no `value`");
        }
        return object.get("value");
    }

    private static ObjectValue json(String op, Pointer path, String name, @Nullable Value more) {
        ObjectValue.Builder json =
                new ObjectValue.Builder(3).put("op", new StringValue(op)).put("path", new StringValue(path.toString()));
        return (more == null ? json : json.put(name, more)).build();
    }
}
