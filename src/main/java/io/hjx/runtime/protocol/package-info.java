/**
 * The messages between clients and server: records, no JSON.
 *
 * <p>May import {@code lang.value}.
 */
@NullMarked
package io.hjx.runtime.protocol;

import org.jspecify.annotations.NullMarked;
