/**
 * The syntax tree of a component: sealed interfaces and records, the span first.
 *
 * <p>Entry type: {@link io.hjx.lang.ast.ComponentFile}. May import {@code lang.source}.
 */
@NullMarked
package io.hjx.lang.ast;

import org.jspecify.annotations.NullMarked;
