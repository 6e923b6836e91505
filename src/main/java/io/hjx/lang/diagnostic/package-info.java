/**
 * What is wrong with a source, where, and what to do about it.
 *
 * <p>Entry type: {@link io.hjx.lang.diagnostic.Diagnostic}. Diagnostics are returned, never thrown. May import
 * {@code lang.source}.
 */
@NullMarked
package io.hjx.lang.diagnostic;

import org.jspecify.annotations.NullMarked;
