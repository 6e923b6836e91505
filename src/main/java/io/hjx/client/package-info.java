/**
 * The Java client of the message server, in a jar of its own (classifier {@code client}).
 *
 * <p>Entry type: {@link io.hjx.client.WebSocketClient}. May import {@code java} alone.
 */
@NullMarked
package io.hjx.client;

import org.jspecify.annotations.NullMarked;
