/**
 * The server as applications see it: its clients, and what it tells of them.
 *
 * <p>Entry type: {@link io.hjx.server.LiveServer}. Plain Java: threads are given in. May import {@code runtime},
 * {@code store} and {@code api}.
 */
@NullMarked
package io.hjx.server;

import org.jspecify.annotations.NullMarked;
