package io.hjx.lang.eval;

import io.hjx.lang.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parameters of one call over the names around the function. Confined to the evaluating thread. */
final class ParameterScope implements Names {

    private final Names outer;
    private String[] names;
    private Value[] values;
    private int size;

    ParameterScope(Names outer, int capacity) {
        this.outer = outer;
        this.names = new String[capacity];
        this.values = new Value[capacity];
    }

    void add(String name, Value value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size + 4);
            values = Arrays.copyOf(values, size + 4);
        }
        names[size] = name;
        values[size++] = value;
    }

    @Override
    public @Nullable Value find(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return outer.find(name);
    }
}
