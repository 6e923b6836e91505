package io.hjx.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Writes pages into responses, with the headers that all of them have. Immutable, hence thread-safe. */
public final class PageResponse {

    private static final System.Logger LOG = System.getLogger(PageResponse.class.getName());
    private static final long PATIENCE_SECONDS = 10;

    private final WebSettings settings;

    public PageResponse(WebSettings settings) {
        this.settings = settings;
    }

    /** Waits for a page and writes it, or {@code otherwise} where it fails or takes too long. */
    void write(HttpServletResponse response, CompletionStage<Answer> page, Supplier<Answer> otherwise)
            throws IOException {
        Answer answer;
        try {
            answer = page.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.log(System.Logger.Level.WARNING, "A page could not be made", failure);
            answer = otherwise.get();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            answer = otherwise.get();
        }
        write(response, answer);
    }

    /** Writes a page. */
    void write(HttpServletResponse response, Answer answer) throws IOException {
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
        response.getOutputStream().write(body);
    }
}
