/**
 * The deployed components: found, compiled, kept at their last good version, and compiled again when a file changes.
 *
 * <p>Entry type: {@link io.hjx.registry.ComponentRegistry}. May import {@code lang} and {@code runtime.spi}.
 */
@NullMarked
package io.hjx.registry;

import org.jspecify.annotations.NullMarked;
