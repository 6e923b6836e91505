package io.hjx.websocket;

import io.hjx.json.ProtocolKeys;
import io.hjx.runtime.spi.Principal;
import io.hjx.security.ConnectionLimits;
import io.hjx.security.HostPolicy;
import io.hjx.security.OriginPolicy;
import io.hjx.security.RequestPrincipals;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The door in front of everything: it knows by which name the server was asked for, and lets handshakes in. A filter,
 * because that is what refuses a handshake with the same status on every server; on every path, because servers
 * disagree about which pattern is the root. Thread-safe.
 */
@WebFilter(filterName = "handshake", urlPatterns = "/*", asyncSupported = true)
public class HandshakeFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The path of the live endpoint. */
    static final String LIVE = "/hjx";

    private static final String ROOT = "/";

    /** Orchestrators ask for it by address, and it tells nothing. */
    private static final String HEALTH = "/health/";

    @Inject
    private transient Connections connections;

    @Inject
    private transient HandshakeRules rules;

    @Inject
    private transient OriginPolicy origins;

    @Inject
    private transient HostPolicy hosts;

    @Inject
    private transient RequestPrincipals principals;

    @Inject
    private transient SocketSettings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean live = path.equals(LIVE);
        if (!hosts.allows(request.getServerName()) && !path.startsWith(HEALTH)) {
            HandshakeRules.UNKNOWN_HOST.writeTo(response);
        } else if (isUpgrade(request) && (live || path.equals(ROOT))) {
            handshake(request, response, chain, live && speaksV1(request));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void handshake(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean v1)
            throws IOException, ServletException {
        Principal principal = principals.of(request);
        String component = component(request, v1);
        Refusal refusal = refuse(request, principal, component, v1);
        if (refusal != null) {
            refusal.writeTo(response);
            return;
        }
        ConnectionLimits.Reservation reservation = rules.limits().reserve(request.getRemoteAddr());
        if (reservation instanceof ConnectionLimits.Full full) {
            HandshakeRules.full(full).writeTo(response);
        } else if (reservation instanceof ConnectionLimits.Place place) {
            new Handshake(
                            principal,
                            httpSession(request),
                            request.getRemoteAddr(),
                            component,
                            key(request),
                            "1".equals(request.getParameter("delta")),
                            place)
                    .pass(chain, request, response);
        }
    }

    private @Nullable Refusal refuse(
            HttpServletRequest request, Principal principal, @Nullable String component, boolean v1) {
        if (connections.isClosed()) {
            return HandshakeRules.STOPPING;
        }
        if (!origins.allows(request.getHeader("Origin"), request.getHeader("Host"), request.isSecure())) {
            return HandshakeRules.FOREIGN_ORIGIN;
        }
        return rules.judge(principal, component, key(request), v1);
    }

    /** The component of the URL; the default one is for clients that cannot subscribe by themselves. */
    private @Nullable String component(HttpServletRequest request, boolean v1) {
        String named = request.getParameter("component");
        return named != null || v1 ? named : settings.defaultComponent();
    }

    static String key(HttpServletRequest request) {
        String key = request.getParameter("key");
        return key == null ? "" : key;
    }

    private static @Nullable String httpSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    private static boolean isUpgrade(HttpServletRequest request) {
        String upgrade = request.getHeader("Upgrade");
        return upgrade != null && upgrade.toLowerCase(Locale.ROOT).contains("websocket");
    }

    private static boolean speaksV1(HttpServletRequest request) {
        String protocols = request.getHeader("Sec-WebSocket-Protocol");
        return protocols != null
                && Arrays.stream(protocols.split(","))
                        .anyMatch(protocol -> ProtocolKeys.V1_SUBPROTOCOLS.contains(protocol.strip()));
    }
}
