package io.hjx.websocket;

import io.hjx.security.ConnectionLimits;
import io.hjx.security.RequestPrincipals;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The answer to a request for the live endpoint that asks for no upgrade: the status that the handshake would have, its
 * origin aside. A browser does not show a page why its handshake failed; the page asks here. Thread-safe.
 *
 * <p>That the path is mapped at all matters too: the folder of the browser runtime has the same name, and Payara would
 * redirect {@code /hjx} to it, handshakes included.
 */
@WebServlet(name = "handshake-status", urlPatterns = HandshakeFilter.LIVE)
public class HandshakeStatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Connections connections;

    @Inject
    private transient HandshakeRules rules;

    @Inject
    private transient RequestPrincipals principals;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request).writeTo(response);
    }

    private Refusal answer(HttpServletRequest request) {
        if (connections.isClosed()) {
            return HandshakeRules.STOPPING;
        }
        Refusal refusal = rules.judge(
                principals.of(request), request.getParameter("component"), HandshakeFilter.key(request), true);
        if (refusal != null) {
            return refusal;
        }
        ConnectionLimits.Full full = rules.limits().full(request.getRemoteAddr());
        return full == null ? HandshakeRules.upgradeRequired() : HandshakeRules.full(full);
    }
}
