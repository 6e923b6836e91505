package io.hjx.it;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Takes everybody for who a cookie says, as no application may: {@code boss} is an approver, the others are nothing.
 */
@ApplicationScoped
public class CookieUsers implements HttpAuthenticationMechanism {
    public static final String COOKIE = "it-user";

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    String user = cookie.getValue();
                    return context.notifyContainerAboutLogin(user, user.equals("boss") ? Set.of("approver") : Set.of());
                }
            }
        }
        return context.doNothing();
    }
}
