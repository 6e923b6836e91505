/**
 * From text to tree: lexers and parsers that recover from errors and report them all.
 *
 * <p>May import {@code lang.ast}, {@code lang.diagnostic}, {@code lang.source}.
 */
@NullMarked
package io.hjx.lang.parse;

import org.jspecify.annotations.NullMarked;
