package io.hjx.runtime.spi;

import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection when it opens. Immutable.
 *
 * @param target the instance that the URL means, or the default one; null where there is none
 * @param delta whether a plain client wants only what has changed
 * @param session the browser session's id, a secret; null where there is none
 * @param address the remote address, for administrators
 */
public record ConnectionInfo(
        Dialect dialect,
        Principal principal,
        @Nullable Target target,
        boolean delta,
        @Nullable String session,
        String address) {}
