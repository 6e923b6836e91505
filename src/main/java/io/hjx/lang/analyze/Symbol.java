package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.source.Span;
import java.util.Set;

/**
 * A name of a component.
 *
 * @param span where it is declared, or first used where it is an implicit local
 * @param value the initial literal, or the expression of a computed name
 * @param reads for a computed name every name of the component, {@code user} and {@code client} that its expression
 *     reads directly; else empty
 */
public record Symbol(String name, Kind kind, Span span, Expr value, Set<String> reads) {

    /** Where a name lives and who sees it. */
    public enum Kind {
        /** Shared by the clients of the instance. */
        STATE,
        /** Shared and never sent. */
        SECRET,
        /** Derived once an instance. */
        COMPUTED,
        /** Derived once a client, because it reads what differs by client. */
        CLIENT_COMPUTED,
        /** One copy a client, declared. */
        LOCAL,
        /** One copy a client, used without a declaration. */
        IMPLICIT_LOCAL;

        /** True where each client has its own value. */
        public boolean perClient() {
            return this == CLIENT_COMPUTED || this == LOCAL || this == IMPLICIT_LOCAL;
        }

        public boolean computed() {
            return this == COMPUTED || this == CLIENT_COMPUTED;
        }
    }
}
