package io.hjx.lang.eval;

import io.hjx.lang.source.Span;
import io.hjx.lang.value.Value;
import java.util.List;

/** Names that can also be written. */
interface Scope extends Names {

    /**
     * Writes below a name.
     *
     * @param keys the way down from the name's value: texts and numbers; empty to replace the value itself
     * @param at where the writing stands, for errors
     */
    void assign(String name, List<Value> keys, Value value, Span at);

    /** True where a loop, parameter or variable has this name, so that it is not the component's. */
    boolean hides(String name);
}
