package io.hjx.lang.eval;

import io.hjx.lang.value.Value;
import org.jspecify.annotations.Nullable;

/** The names that an expression may read, innermost first. */
@FunctionalInterface
public interface Names {

    /** The value of a name, or null where nothing has that name. */
    @Nullable Value find(String name);

    /** These names with one more, which hides an outer one. */
    default Names with(String name, Value value) {
        return wanted -> wanted.equals(name) ? value : find(wanted);
    }
}
