/**
 * Makes scripts smaller without changing what they do.
 *
 * <p>Entry types: {@link io.hjx.minify.Minifier}, {@link io.hjx.minify.Terser}. Used while building and by the command
 * line, and not in the WAR. May import {@code lang}.
 */
@NullMarked
package io.hjx.minify;

import org.jspecify.annotations.NullMarked;
