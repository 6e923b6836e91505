package io.hjx.lang.value;

import java.util.List;

/** A function made by an arrow expression; it lives while that expression is evaluated and is never state. */
public non-sealed interface FunctionValue extends Value {

    /** Calls the function; missing arguments are {@code undefined}. */
    Value call(List<Value> arguments);

    @Override
    default String typeName() {
        return "function";
    }
}
