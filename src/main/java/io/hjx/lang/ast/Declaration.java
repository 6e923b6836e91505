package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;

/** A line or block that declares something. */
public sealed interface Declaration extends Node {

    /** {@code Alias from "./Button.hjx"}. */
    record Import(Span span, Name alias, Span pathSpan, String path) implements Declaration {}

    /** {@code name = expression} in {@code state:}, {@code secret:}, {@code computed:} or {@code local:}. */
    record Variable(Span span, Name name, Expr value) implements Declaration {}

    /** {@code reset = ["admin"]}: the roles (or {@code authenticated}) that may use what {@code name} says. */
    record Access(Span span, Name name, List<Name> roles) implements Declaration {}

    /**
     * The text of {@code script:} or {@code style:} as it stands in the file.
     *
     * @param span the block's text without its header, from the first line's start to the last line's end
     * @param text the lines of the block with their indentation
     */
    record RawBlock(Span span, String text) implements Declaration {}

    /** {@code name(a, b):} and its statements. */
    record Handler(Span span, Name name, List<Name> parameters, List<Statement> body) implements Declaration {}
}
