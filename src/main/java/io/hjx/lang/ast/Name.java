package io.hjx.lang.ast;

import io.hjx.lang.source.Span;

/**
 * A name as it stands in the source.
 *
 * @param text the name itself
 */
public record Name(Span span, String text) implements Node {

    @Override
    public String toString() {
        return text;
    }
}
