package io.hjx.websocket;

import io.hjx.json.FrameBounds;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may say about connections. Immutable.
 *
 * @param defaultComponent the component of a plain connection whose URL names none; null for none
 * @param frame what one frame of a client may hold; its bytes are at most {@link HjxEndpoint#CEILING}
 * @param quietTyrus whether {@link TyrusIdleTimer} does its work
 */
public record SocketSettings(@Nullable String defaultComponent, FrameBounds frame, boolean quietTyrus) {}
