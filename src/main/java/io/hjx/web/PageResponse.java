package io.hjx.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hjx.runtime.spi.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Writes pages into responses, with the headers that all of them have. Thread-safe. */
public final class PageResponse {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebSettings settings;
    private final Ticker ticker;

    public PageResponse(WebSettings settings, Ticker ticker) {
        this.settings = settings;
        this.ticker = ticker;
    }

    /**
     * Writes a page when it is there, or {@code otherwise} where it fails or takes too long. No thread waits for it:
     * while a script starts, the request is asynchronous.
     */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            CompletionStage<Answer> page,
            Supplier<Answer> otherwise)
            throws IOException {
        PendingPage pending = new PendingPage(page, otherwise);
        if (pending.isThere()) {
            write(request, response, pending.answer());
            return;
        }
        pending.suspend(
                request.startAsync(request, response), ticker, PATIENCE, answer -> write(request, response, answer));
    }

    /** Writes a page. */
    void write(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        byte[] body = answer.html().getBytes(UTF_8);
        response.setStatus(answer.status());
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", settings.contentSecurityPolicy());
        response.setHeader("Referrer-Policy", "same-origin");
        if (answer.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        if (answer.refresh() > 0) {
            response.setIntHeader("Refresh", answer.refresh());
        }
        response.setContentLength(body.length);
        // Not every server leaves the body of an asynchronous answer to HEAD out
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
