package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;

/** One concern of {@link ExpressionChecks}. Confined to the compiling thread. */
interface ExpressionCheck {

    /** What an expression is there for. */
    enum Role {
        /** For its value. */
        VALUE,
        /** A member that is called. */
        CALLED,
        /** A member that is called if it is there: {@code a.b?.()}. */
        CALLED_IF_THERE,
        /** For its type: the member need not be there. */
        ASKED
    }

    /** Looks at one expression, and not at those inside it: these follow. */
    void check(Expr expr, Role role);
}
