package io.hjx.websocket;

import io.hjx.json.ProtocolKeys;
import io.hjx.messages.Claim;
import io.hjx.messages.LiveMessageServer;
import io.hjx.runtime.spi.Principal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which handshakes are for the message server, and which of them are refused. Thread-safe.
 *
 * @param path of the message server, below the application's; a {@code source} at the root path leads there too
 */
public record MessageRules(String path, LiveMessageServer server) {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final String SOURCE = "source";

    static final Refusal NO_SOURCE = Refusal.of(
            BAD_REQUEST,
            "Name your source, for instance ?source=ann; letters, digits and _ . : @ + - will do, 128 at most.");
    static final Refusal TAKEN = Refusal.of(CONFLICT, "Another client is connected as this source.");

    boolean areFor(String requested, HttpServletRequest request) {
        return requested.equals(path) || (requested.equals("/") && request.getParameter(SOURCE) != null);
    }

    /** What the handshake asks for; whether it may have that is {@link #judge}'s to say. */
    static Claim claim(HttpServletRequest request, Principal principal, @Nullable String session) {
        String source = request.getParameter(SOURCE);
        return new Claim(source == null ? "" : source, token(request), principal, session);
    }

    private static @Nullable String token(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .filter(entry -> entry.startsWith(ProtocolKeys.TOKEN_PREFIX))
                .map(entry -> entry.substring(ProtocolKeys.TOKEN_PREFIX.length()))
                .findFirst()
                .orElse(null);
    }

    @Nullable Refusal judge(Claim claim) {
        if (!Claim.isSource(claim.source())) {
            return NO_SOURCE;
        }
        if (server.isClosed()) {
            return HandshakeRules.STOPPING;
        }
        return server.admits(claim) ? null : TAKEN;
    }
}
