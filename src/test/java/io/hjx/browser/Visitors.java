package io.hjx.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.hjx.it.CookieUsers;
import java.net.URL;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Browsers of several people, each with cookies of their own, on one server. Collects what goes wrong in their pages.
 * Confined to the thread that made it.
 */
final class Visitors implements AutoCloseable {

    private final URL base;
    private final Chromium chromium = Chromium.start();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    Visitors(URL base) {
        this.base = base;
    }

    /** A new visitor's page, live: its connection to the server is up. */
    Page open(String path) {
        Page page = visit(new NewContextOptions(), path);
        page.waitForSelector("html[data-hjx-connection=open]", new Page.WaitForSelectorOptions().setTimeout(15_000));
        return page;
    }

    /** A new visitor's page, whom {@link CookieUsers} takes for somebody. */
    Page openAs(String user, String path) {
        Cookie cookie = new Cookie(CookieUsers.COOKIE, user).setUrl(base.toString());
        Page page = visit(new NewContextOptions(), List.of(cookie), path);
        page.waitForSelector("html[data-hjx-connection=open]", new Page.WaitForSelectorOptions().setTimeout(15_000));
        return page;
    }

    /** A new visitor's page that shows no components. */
    Page openPlain(String path) {
        return visit(new NewContextOptions(), path);
    }

    Page openWithoutJavaScript(String path) {
        return visit(new NewContextOptions().setJavaScriptEnabled(false), path);
    }

    /** Errors that pages threw or wrote to their consoles, refused resources included. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        chromium.close();
    }

    private Page visit(NewContextOptions options, String path) {
        return visit(options, List.of(), path);
    }

    private Page visit(NewContextOptions options, List<Cookie> cookies, String path) {
        BrowserContext context = chromium.browser().newContext(options);
        context.addCookies(cookies);
        Page page = context.newPage();
        page.onPageError(error -> problems.add(path + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(path + ": " + message.text());
            }
        });
        page.navigate(base + path);
        return page;
    }
}
