package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.FakeTicker;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PageResponseTest {

    private static final Answer PAGE = Answer.of(200, "page");
    private static final Answer UNAVAILABLE = Answer.of(503, "unavailable");

    private final FakeTicker ticker = new FakeTicker();
    private final PageResponse pages = new PageResponse(WebSettings.of(false, false), ticker);
    private final CompletableFuture<Answer> page = new CompletableFuture<>();
    private final Deque<Runnable> containerThreads = new ArrayDeque<>();

    /** What happened to the request: started, the status, completed. */
    private final List<String> seen = new ArrayList<>();

    private String method = "GET";
    private AsyncListener listener;

    private final AsyncContext async = fake(AsyncContext.class, (name, arguments) -> {
        switch (name) {
            case "start" -> containerThreads.add((Runnable) arguments[0]);
            case "addListener" -> listener = (AsyncListener) arguments[0];
            case "complete" -> seen.add("completed");
            default -> assertThat(name).isEqualTo("setTimeout");
        }
        return null;
    });

    private final HttpServletResponse response = fake(HttpServletResponse.class, (name, arguments) -> {
        if (name.equals("setStatus")) {
            seen.add(String.valueOf(arguments[0]));
        }
        if (name.equals("getOutputStream")) {
            seen.add("body");
            return new Discarding();
        }
        return null;
    });

    private final HttpServletRequest request = fake(HttpServletRequest.class, (name, arguments) -> {
        if (name.equals("getMethod")) {
            return method;
        }
        seen.add("started");
        return async;
    });

    private interface Behavior {
        Object call(String name, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Behavior behavior) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> behavior.call(method.getName(), arguments)));
    }

    private static final class Discarding extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener writeListener) {}

        @Override
        public void write(int octet) {}
    }

    private void ask() throws IOException {
        pages.write(request, response, page, () -> UNAVAILABLE);
    }

    private void run() {
        while (!containerThreads.isEmpty()) {
            containerThreads.remove().run();
        }
    }

    @Test
    void page_isThere_isWrittenAtOnce() throws IOException {
        page.complete(PAGE);
        ask();
        assertThat(seen).containsExactly("200", "body");
    }

    @Test
    void page_hasFailed_theOtherIsWritten() throws IOException {
        page.completeExceptionally(new IllegalStateException("deliberate"));
        ask();
        assertThat(seen).containsExactly("503", "body");
    }

    @Test
    void page_comesLater_isWrittenByAThreadOfTheContainer() throws IOException {
        ask();
        assertThat(seen).containsExactly("started");
        page.complete(PAGE);
        assertThat(seen).containsExactly("started");
        run();
        assertThat(seen).containsExactly("started", "200", "body", "completed");
        assertThat(ticker.scheduled()).isZero();
    }

    @Test
    void page_takesTooLong_theOtherIsWrittenOnce() throws IOException {
        ask();
        ticker.advance(Duration.ofSeconds(11), this::run);
        page.complete(PAGE);
        run();
        assertThat(seen).containsExactly("started", "503", "body", "completed");
    }

    @Test
    void head_later_hasNoBody() throws IOException {
        method = "HEAD";
        ask();
        page.complete(PAGE);
        run();
        assertThat(seen).containsExactly("started", "200", "completed");
    }

    @Test
    void connection_breaks_nothingIsWritten() throws IOException {
        ask();
        listener.onError(new AsyncEvent(async, null, null, null));
        page.complete(PAGE);
        run();
        assertThat(seen).containsExactly("started", "completed");
    }

    @Test
    void servlets_thatWritePages_mayBeAsynchronous() {
        assertThat(PageServlet.class.getAnnotation(WebServlet.class).asyncSupported())
                .isTrue();
        assertThat(GalleryServlet.class.getAnnotation(WebServlet.class).asyncSupported())
                .isTrue();
    }
}
