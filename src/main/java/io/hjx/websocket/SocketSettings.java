package io.hjx.websocket;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator may say about connections. Immutable.
 *
 * @param defaultComponent the component of a plain connection whose URL names none; null for none
 * @param frameBytes the largest frame that a client may send, at most {@link HjxEndpoint#CEILING}
 * @param quietTyrus whether {@link TyrusIdleTimer} does its work
 */
public record SocketSettings(@Nullable String defaultComponent, int frameBytes, boolean quietTyrus) {}
