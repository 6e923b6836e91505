package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;

/** What {@code set} and {@code bind} write to: {@code items[0].name}. */
public record Path(Span span, Name root, List<Step> steps) implements Node {

    /** One step down from the root. */
    public sealed interface Step extends Node {}

    /** {@code .name}. */
    public record Field(Span span, Name name) implements Step {}

    /** {@code [expression]}. */
    public record Index(Span span, Expr index) implements Step {}
}
