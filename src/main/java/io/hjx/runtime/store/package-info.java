/**
 * The state store of one node without durability.
 *
 * <p>Entry type: {@link io.hjx.runtime.store.MemoryStateStore}. May import {@code runtime.spi}.
 */
@NullMarked
package io.hjx.runtime.store;

import org.jspecify.annotations.NullMarked;
