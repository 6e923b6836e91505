package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;

/** Text with interpolations: {@code "Clicks: {{count}}"}. Adjacent literal parts are joined, empty ones left out. */
public record Template(Span span, List<Part> parts) implements Node {

    /** A piece of a template. */
    public sealed interface Part extends Node {}

    /** Characters as they are shown, escapes resolved. */
    public record Literal(Span span, String text) implements Part {}

    /** {@code {{expression}}}; the span covers the braces. */
    public record Interpolation(Span span, Expr expression) implements Part {}
}
