/**
 * The ports of the live runtime: what it asks of storage, transport, time, scripts and security.
 *
 * <p>May import {@code lang}, {@code lang.value} and {@code runtime.protocol}.
 */
@NullMarked
package io.hjx.runtime.spi;

import org.jspecify.annotations.NullMarked;
