package io.hjx.runtime.protocol;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.Value;
import java.util.List;

/** A JSON Patch (RFC 6902): what leads from one value to another, in order. Immutable. */
public record Patch(List<Operation> operations) {

    public Patch {
        operations = List.copyOf(operations);
    }

    /**
     * The patch with this JSON.
     *
     * @throws IllegalArgumentException where it is not a list of {@link Operation}s
     */
    public static Patch of(Value json) {
        if (json instanceof ListValue list) {
            return new Patch(list.items().stream().map(Operation::of).toList());
        }
        throw new IllegalArgumentException("a patch is a list");
    }

    /** Its JSON. */
    public ListValue toValue() {
        return ListValue.of(operations.stream().map(Operation::toValue).toList());
    }

    /**
     * The value that it makes of another, with which it shares what stays as it was.
     *
     * @throws IllegalArgumentException where an operation does not fit; then the other value is not the one that the
     *     patch was made for
     */
    public Value apply(Value document) {
        Value patched = document;
        for (Operation operation : operations) {
            patched = operation.apply(patched);
        }
        return patched;
    }
}
