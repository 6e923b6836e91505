package io.hjx.lang.value;

/**
 * A value of the language: JSON's, {@code undefined}, and functions while an expression is evaluated. Immutable.
 *
 * <p>{@code equals} is identity of content ({@code NaN} equals itself, {@code 0} is not {@code -0}), not JavaScript's
 * {@code ==} or {@code ===}, which live in {@code Conversions}.
 */
public sealed interface Value
        permits Undefined, NullValue, BooleanValue, NumberValue, StringValue, ListValue, ObjectValue, FunctionValue {

    /** JavaScript's {@code typeof}. */
    String typeName();
}
