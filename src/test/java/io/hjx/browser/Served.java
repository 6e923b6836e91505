package io.hjx.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;

/**
 * One page of Chromium on a {@link ComponentServer}: components without a live connection, whose server is the test.
 * Confined to the thread that made it.
 */
final class Served implements AutoCloseable {

    private final Chromium chromium = Chromium.start();
    private final ComponentServer server;
    private final Page page;

    Served(Map<String, String> sources) throws IOException {
        server = new ComponentServer(sources);
        page = chromium.browser().newPage();
        page.setDefaultTimeout(10_000);
    }

    Page page() {
        return page;
    }

    /** Shows a component's first HTML, and adopts it. */
    Page open(String path, String state) {
        return show(path, state, true);
    }

    /** Shows a component that its module builds. */
    Page build(String path, String state) {
        return show(path, state, false);
    }

    private Page show(String path, String state, boolean adopt) {
        page.navigate(server.page(path, state, "{}", adopt));
        page.waitForSelector("html[data-ready]");
        return page;
    }

    /** Whether a source can be shown. */
    boolean starts(String path) {
        return server.starts(path);
    }

    Object js(String expression) {
        return page.evaluate(expression);
    }

    /** The values that inputs have sent, and the kinds of other messages. */
    Object sent() {
        return js("sent.map(one => one.message.value ?? one.message.kind)");
    }

    /** What another visitor, or a handler, made of some names. */
    void update(String state) {
        js("mounted.update(" + state + ", {}, 8)");
    }

    /** Acknowledges what was sent, and lets the page take that in. */
    void answer(int number) {
        settle("sent[" + number + "].answer()");
    }

    void refuse(int number) {
        settle("sent[" + number + "].fail(new Error('refused on purpose'))");
    }

    private void settle(String expression) {
        js(expression);
        js("new Promise(done => setTimeout(done))");
    }

    @Override
    public void close() {
        server.close();
        chromium.close();
    }
}
