package io.hjx.websocket;

import io.hjx.channels.ChannelRequest;
import io.hjx.channels.LiveChannels;
import io.hjx.json.ProtocolKeys;
import io.hjx.messages.Claim;
import io.hjx.runtime.spi.Principal;
import io.hjx.security.ConnectionLimits;
import io.hjx.security.ConnectionLimits.Place;
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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private transient MessageRules messageRules;

    @Inject
    private transient LiveChannels channels;

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
        } else if (isUpgrade(request) && messageRules.areFor(path, request)) {
            messages(request, response, chain);
        } else if (isUpgrade(request) && channels.paths().contains(path)) {
            channel(path, request, response, chain);
        } else if (isUpgrade(request) && (live || path.equals(ROOT))) {
            components(request, response, chain, live && speaksV1(request));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void messages(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal principal = principals.of(request);
        Claim claim = MessageRules.claim(request, principal, httpSession(request));
        Refusal stranger = refuse(request);
        Place place = place(request, response, stranger == null ? messageRules.judge(claim) : stranger);
        if (place != null) {
            new Handshake(principal, claim.session(), request.getRemoteAddr(), new Handshake.Messages(claim), place)
                    .pass(chain, request, response);
        }
    }

    /** Who may connect to a channel beyond this is the container's to say, by the path's security constraint. */
    private void channel(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Refusal stranger = refuse(request);
        Place place = place(request, response, channels.isClosed() ? HandshakeRules.STOPPING : stranger);
        if (place != null) {
            Principal principal = principals.of(request);
            ChannelRequest asked = new ChannelRequest(path, principal, headers(request));
            new Handshake(
                            principal,
                            httpSession(request),
                            request.getRemoteAddr(),
                            new Handshake.ToChannel(asked),
                            place)
                    .pass(chain, request, response);
        }
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private void components(HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean v1)
            throws IOException, ServletException {
        Principal principal = principals.of(request);
        String component = component(request, v1);
        Refusal stranger = refuse(request);
        Refusal refusal = stranger == null ? rules.judge(principal, component, key(request), v1) : stranger;
        Place place = place(request, response, refusal);
        if (place != null) {
            new Handshake(
                            principal,
                            httpSession(request),
                            request.getRemoteAddr(),
                            new Handshake.Live(component, key(request), "1".equals(request.getParameter("delta"))),
                            place)
                    .pass(chain, request, response);
        }
    }

    /** Reserves a place for a handshake that nobody refuses; null where the answer is written. */
    private @Nullable Place place(HttpServletRequest request, HttpServletResponse response, @Nullable Refusal refusal)
            throws IOException {
        if (refusal != null) {
            refusal.writeTo(response);
            return null;
        }
        ConnectionLimits.Reservation reservation = rules.limits().reserve(request.getRemoteAddr());
        if (reservation instanceof ConnectionLimits.Full full) {
            HandshakeRules.full(full).writeTo(response);
        }
        return reservation instanceof Place place ? place : null;
    }

    /** Refuses whoever may not connect to anything. */
    private @Nullable Refusal refuse(HttpServletRequest request) {
        if (connections.isClosed()) {
            return HandshakeRules.STOPPING;
        }
        boolean own = origins.allows(request.getHeader("Origin"), request.getHeader("Host"), request.isSecure());
        return own ? null : HandshakeRules.FOREIGN_ORIGIN;
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
