package io.hjx.lang.emit;

import java.util.List;

/** A part of a style sheet. Positions are indexes of {@link CssTokens}; ranges are half open. Immutable. */
sealed interface CssNode {

    /** {@code name: value}, the value being the tokens from {@code from} to {@code to}. */
    record Declaration(String name, int from, int to) implements CssNode {}

    /** A style rule, its selectors being the tokens from {@code from} to {@code to}. */
    record StyleRule(int from, int to, List<CssNode> body) implements CssNode {}

    /**
     * A rule that begins with {@code @}.
     *
     * @param name in lower case, without the {@code @}
     * @param kind what its block holds
     * @param at the token of the keyword
     * @param from the prelude's first token
     * @param to the token behind the prelude
     */
    record AtRule(String name, CssAtRule kind, int at, int from, int to, List<CssNode> body) implements CssNode {}
}
