/**
 * The live endpoint, that of messages, and those of channels: handshakes, connections, and the only code that touches a
 * WebSocket session's remote end.
 *
 * <p>Entry types: {@link io.hjx.websocket.HjxEndpoint} for the container, {@link io.hjx.websocket.Connections} for the
 * wiring. May import {@code json}, {@code security}, {@code runtime} and Jakarta WebSocket and Servlet.
 */
@NullMarked
package io.hjx.websocket;

import org.jspecify.annotations.NullMarked;
