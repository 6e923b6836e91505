/**
 * Pages without a server: the files that a static file server shows a component from.
 *
 * <p>Entry type: {@link io.hjx.vanilla.VanillaPage}. Used by the command line alone and not in the WAR. May import
 * {@code lang} and {@code minify}.
 */
@NullMarked
package io.hjx.vanilla;

import org.jspecify.annotations.NullMarked;
