/**
 * Clients: what they may do, what they follow, and how what they follow reaches them without one waiting for another.
 *
 * <p>Entry type: {@link io.hjx.runtime.fanout.Client}. May import {@code lang}, {@code runtime.instance},
 * {@code runtime.protocol}, {@code runtime.spi}.
 */
@NullMarked
package io.hjx.runtime.fanout;

import org.jspecify.annotations.NullMarked;
