/**
 * Source text and places in it.
 *
 * <p>Entry type: {@link io.hjx.lang.source.SourceFile}. May import nothing but {@code java}.
 */
@NullMarked
package io.hjx.lang.source;

import org.jspecify.annotations.NullMarked;
