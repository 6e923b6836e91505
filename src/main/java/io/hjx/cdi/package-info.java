/**
 * The only wiring: settings, threads, producers, start-up and shutdown.
 *
 * <p>Entry type: {@link io.hjx.cdi.Lifecycle}. May import every package; no package imports it.
 */
@NullMarked
package io.hjx.cdi;

import org.jspecify.annotations.NullMarked;
