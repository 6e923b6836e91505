package io.hjx.websocket;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Why there is no connection: the HTTP status, and a sentence as the body. Immutable.
 *
 * @param retryAfter when to try again, in seconds; zero where trying again does not help
 */
record Refusal(int status, String message, int retryAfter) {

    private static final int WAIT_SECONDS = 5;

    static Refusal of(int status, String message) {
        return new Refusal(status, message, 0);
    }

    static Refusal waiting(int status, String message) {
        return new Refusal(status, message, WAIT_SECONDS);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (retryAfter > 0) {
            response.setIntHeader("Retry-After", retryAfter);
        }
        if (status == HandshakeRules.UPGRADE_REQUIRED) {
            response.setHeader("Upgrade", "websocket");
            response.setHeader("Connection", "Upgrade");
        }
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(message + "\n");
    }
}
