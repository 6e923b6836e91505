/**
 * The language's face: from a source file to a component that runs.
 *
 * <p>Entry type: {@link io.hjx.lang.HjxCompiler}. May import every package below {@code io.hjx.lang}.
 */
@NullMarked
package io.hjx.lang;

import org.jspecify.annotations.NullMarked;
