package io.hjx.test;

import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Applies a JSON Patch (RFC 6902). Stateless. */
final class JsonPatch {

    private JsonPatch() {}

    /**
     * The document after all operations.
     *
     * @throws IllegalArgumentException where one of them cannot be done
     */
    static Value apply(Value document, ListValue operations) {
        Value result = document;
        for (Value operation : operations.items()) {
            result = apply(result, (ObjectValue) operation);
        }
        return result;
    }

    private static Value apply(Value document, ObjectValue operation) {
        List<String> path = steps(text(operation, "path"));
        return switch (text(operation, "op")) {
            case "add" -> add(document, path, operation.get("value"));
            case "replace" -> add(remove(document, path), path, operation.get("value"));
            case "remove" -> remove(document, path);
            case "move" -> {
                List<String> from = steps(text(operation, "from"));
                yield add(remove(document, from), path, at(document, from));
            }
            case "copy" -> add(document, path, at(document, steps(text(operation, "from"))));
            case "test" -> test(document, path, operation.get("value"));
            default -> throw new IllegalArgumentException("no such operation: " + operation);
        };
    }

    private static String text(ObjectValue operation, String name) {
        return Conversions.toText(operation.get(name));
    }

    private static List<String> steps(String pointer) {
        List<String> steps = new ArrayList<>();
        if (!pointer.isEmpty()) {
            for (String step : pointer.substring(1).split("/", -1)) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return steps;
    }

    private static Value at(Value document, List<String> path) {
        Value found = document;
        for (String step : path) {
            found = child(found, step);
        }
        return found;
    }

    private static Value child(Value parent, String step) {
        if (parent instanceof ListValue list) {
            return list.get(position(step, list.size() - 1));
        }
        Value child = parent instanceof ObjectValue object ? object.get(step) : Undefined.UNDEFINED;
        if (child == Undefined.UNDEFINED) {
            throw new IllegalArgumentException("there is no " + step + " to be patched");
        }
        return child;
    }

    private static int position(String step, int last) {
        int position = Integer.parseInt(step);
        if (position < 0 || position > last) {
            throw new IllegalArgumentException("there is no position " + position + " to be patched");
        }
        return position;
    }

    private static Value add(Value document, List<String> path, Value value) {
        if (path.isEmpty()) {
            return value;
        }
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (!rest.isEmpty()) {
            return with(document, step, add(child(document, step), rest, value));
        }
        if (document instanceof ListValue list) {
            int position = step.equals("-") ? list.size() : position(step, list.size());
            List<Value> items = new ArrayList<>(list.items());
            items.add(position, value);
            return ListValue.of(items);
        }
        return ((ObjectValue) document).with(step, value);
    }

    private static Value remove(Value document, List<String> path) {
        if (path.isEmpty()) {
            return Undefined.UNDEFINED;
        }
        String step = path.get(0);
        Value child = child(document, step);
        if (path.size() > 1) {
            return with(document, step, remove(child, path.subList(1, path.size())));
        }
        if (document instanceof ListValue list) {
            List<Value> items = new ArrayList<>(list.items());
            items.remove(position(step, list.size() - 1));
            return ListValue.of(items);
        }
        return ((ObjectValue) document).without(step);
    }

    private static Value with(Value parent, String step, Value child) {
        return parent instanceof ListValue list
                ? list.with(position(step, list.size() - 1), child)
                : ((ObjectValue) parent).with(step, child);
    }

    private static Value test(Value document, List<String> path, Value wanted) {
        if (!at(document, path).equals(wanted)) {
            throw new IllegalArgumentException("the patch is for another state: " + path + " is not " + wanted);
        }
        return document;
    }
}
