package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter of an arrow function. */
public sealed interface Pattern extends Node {

    /** {@code a} or {@code a = 1}. */
    record Variable(Span span, Name name, @Nullable Expr fallback) implements Pattern {}

    /** {@code [a, , b = 1] = []}; a hole is null. */
    record ArrayPattern(
            Span span,
            List<@Nullable Pattern> elements,
            @Nullable Expr fallback) implements Pattern {}

    /** <code>{a, b: c = 1}</code>. */
    record ObjectPattern(
            Span span, List<Property> properties, @Nullable Expr fallback) implements Pattern {}

    /** {@code ...rest}, last in a list of parameters, an array or an object pattern. */
    record Rest(Span span, Pattern target) implements Pattern {}

    /** {@code key: target} in an object pattern; a {@link Rest} target has the empty key. */
    record Property(Expr.PropertyKey key, Pattern target) {}
}
