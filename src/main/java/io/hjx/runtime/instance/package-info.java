/**
 * Instances: one component's state under one key, changed by one writer, published to many subscribers.
 *
 * <p>Entry type: {@link io.hjx.runtime.instance.Instances}. May import {@code lang}, {@code runtime.protocol},
 * {@code runtime.spi}.
 */
@NullMarked
package io.hjx.runtime.instance;

import org.jspecify.annotations.NullMarked;
