package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

/**
 * Pages that have lost their connection connect at once when there is a reason to, without waiting for the next
 * attempt: here that never comes, for the pages' clocks stand still.
 */
class WakingBrowserIT extends VisitedWar {

    private final Deque<WebSocketRoute> sockets = new ArrayDeque<>();

    @Test
    void online_retriesAtOnce_andIsUpToDate() {
        Page ann = openWithoutTime("c/Counter?key=online");
        ann.context().setOffline(true);
        breakConnection(ann);
        increment(visitors().open("c/Counter?key=online"));

        ann.context().setOffline(false);

        assertThat(ann.locator("html")).hasAttribute("data-hjx-connection", "open");
        assertThat(ann.getByText("Count: 1")).isVisible();
    }

    @Test
    void pageshow_outOfTheBackForwardCache_reconnects_andIsUpToDate() {
        Page ann = openWithoutTime("c/Counter?key=restored");
        // A browser ends the connections of a page that it puts there
        breakConnection(ann);
        increment(visitors().open("c/Counter?key=restored"));

        show(ann, false);
        assertThat(connection(ann)).isEqualTo("waiting");
        show(ann, true);

        assertThat(ann.locator("html")).hasAttribute("data-hjx-connection", "open");
        assertThat(ann.getByText("Count: 1")).isVisible();
    }

    /** A live page whose timers rest from now on. */
    private Page openWithoutTime(String path) {
        Page page = visitors().open(path);
        page.routeWebSocket("**/hjx", socket -> {
            socket.connectToServer();
            sockets.add(socket);
        });
        page.clock().install();
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-hjx-connection", "open");
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        return page;
    }

    private void breakConnection(Page page) {
        sockets.getLast().close();
        assertThat(page.locator("html")).hasAttribute("data-hjx-connection", "waiting");
    }

    private static void show(Page page, boolean persisted) {
        page.evaluate("persisted => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }))", persisted);
    }

    private static String connection(Page page) {
        return page.locator("html").getAttribute("data-hjx-connection");
    }

    private static void increment(Page page) {
        Locator button = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Increment"));
        button.click();
        assertThat(page.getByText("Count: 1")).isVisible();
    }
}
