package io.hjx.websocket;

import io.hjx.lang.CompiledComponent;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.runtime.spi.ComponentSource;
import io.hjx.runtime.spi.Principal;
import io.hjx.security.ConnectionLimits;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which handshakes are refused, and why. Thread-safe. */
public record HandshakeRules(ComponentSource components, Authorizer authorizer, ConnectionLimits limits) {

    static final int UPGRADE_REQUIRED = 426;

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:-]{0,128}");

    static final Refusal FOREIGN_ORIGIN = Refusal.of(
            FORBIDDEN, "Pages of this origin may not connect; the setting hjx.origins lists those that may.");
    static final Refusal UNKNOWN_HOST =
            Refusal.of(FORBIDDEN, "The server does not answer under this name; the setting hjx.hosts lists its names.");
    static final Refusal STOPPING = Refusal.waiting(UNAVAILABLE, "The server is stopping.");

    /**
     * Judges what the URL asks for.
     *
     * @param component null where neither the URL nor a setting names one
     * @param subscribes whether the client names its components after the handshake, as {@code hjx.v1} does
     */
    @Nullable Refusal judge(Principal principal, @Nullable String component, String key, boolean subscribes) {
        if (component == null) {
            return subscribes ? null : Refusal.of(NOT_FOUND, "Name a component, for instance /hjx?component=Counter.");
        }
        CompiledComponent found = components.find(component);
        if (found == null || !KEY.matcher(key).matches()) {
            return Refusal.of(NOT_FOUND, "There is no such component.");
        }
        if (authorizer.mayView(principal, found, key)) {
            return null;
        }
        return principal.authenticated()
                ? Refusal.of(FORBIDDEN, "You may not see this component.")
                : Refusal.of(UNAUTHORIZED, "Sign in to see this component.");
    }

    /** What a client hears that finds no place. */
    static Refusal full(ConnectionLimits.Full full) {
        return full == ConnectionLimits.Full.ADDRESS
                ? Refusal.waiting(TOO_MANY, "There are too many connections from your address.")
                : Refusal.waiting(UNAVAILABLE, "The server holds as many connections as it may.");
    }

    /** What a request without upgrade hears when nothing is wrong. */
    static Refusal upgradeRequired() {
        return Refusal.of(UPGRADE_REQUIRED, "This is a WebSocket endpoint.");
    }
}
