/**
 * What the tree means: names, sites, uses, what is read, and what is wrong.
 *
 * <p>Entry type: {@link io.hjx.lang.analyze.ComponentModel}. May import {@code lang.ast}, {@code lang.diagnostic}.
 */
@NullMarked
package io.hjx.lang.analyze;

import org.jspecify.annotations.NullMarked;
