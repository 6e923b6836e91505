/**
 * The live runtime's face: connections in, published state out.
 *
 * <p>Entry type: {@link io.hjx.runtime.LiveRuntime}. May import {@code lang}'s face and every package below
 * {@code io.hjx.runtime}. Plain Java: time, threads, chance, storage and transport come in through {@code spi}.
 */
@NullMarked
package io.hjx.runtime;

import org.jspecify.annotations.NullMarked;
