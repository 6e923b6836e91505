/**
 * The JSON value model with JavaScript's conversions and number format.
 *
 * <p>Entry type: {@link io.hjx.lang.value.Value}. May import nothing but {@code java}.
 */
@NullMarked
package io.hjx.lang.value;

import org.jspecify.annotations.NullMarked;
