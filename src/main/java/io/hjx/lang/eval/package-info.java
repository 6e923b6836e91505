/**
 * Expressions, handlers and computed names, run on the server without JavaScript.
 *
 * <p>Entry type: {@link io.hjx.lang.eval.ComponentProgram}. May import {@code lang.ast}, {@code lang.analyze},
 * {@code lang.value}, {@code lang.diagnostic}.
 */
@NullMarked
package io.hjx.lang.eval;

import org.jspecify.annotations.NullMarked;
