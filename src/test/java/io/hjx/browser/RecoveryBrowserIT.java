package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.AriaRole;
import io.hjx.cli.DevServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Open browsers outlive what happens to their server, and nobody reloads anything by hand. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RecoveryBrowserIT {

    /** The longest wait between two attempts is 4 s; the rest is for slow machines. */
    private static final double RECONNECTED_MS = 30_000;

    @Test
    void restart_browsersComeBack_withWhatWasBeingTyped() throws Exception {
        int port = DevServer.freePort();
        DevServer server = DevServer.start(port);
        try (Visitors visitors = new Visitors(server.base())) {
            Page ann = visitors.open("c/Counter");
            Page ben = visitors.open("c/Counter");
            Page typing = visitors.open("c/Chat");
            button(ann, "Increment").click();
            assertThat(ben.getByText("Count: 1")).isVisible();
            message(typing).pressSequentially("Half a sen");

            assertThat(server.stop()).isZero();
            assertConnection(ann, "waiting|connecting");
            assertConnection(ben, "waiting|connecting");
            assertConnection(typing, "waiting|connecting");
            message(typing).pressSequentially("tence");
            server.close();
            server = DevServer.start(port);

            assertConnection(ann, "open");
            assertConnection(ben, "open");
            assertConnection(typing, "open");
            assertThat(message(typing)).hasValue("Half a sentence");
            assertThat(message(typing)).isFocused();
            assertThat(ben.getByText("Count: 0")).isVisible();
            button(ann, "Increment").click();
            assertThat(ben.getByText("Count: 1")).isVisible();
            button(ben, "Increment").click();
            assertThat(ann.getByText("Count: 2")).isVisible();
            button(typing, "Send").click();
            assertThat(typing.locator(".message .words")).hasText("Half a sentence");
        } finally {
            server.close();
        }
    }

    @Test
    void restart_afterManyChanges_whatWasTypedAndClickedReachesTheNewServer() throws Exception {
        int port = DevServer.freePort();
        DevServer server = DevServer.start(port);
        try (Visitors visitors = new Visitors(server.base())) {
            Page counter = visitors.open("c/Counter");
            Page chat = visitors.open("c/Chat");
            Page note = visitors.open("c/SharedNote");
            for (int count = 1; count <= 3; count++) {
                button(counter, "Increment").click();
                assertThat(counter.getByText("Count: " + count)).isVisible();
                message(chat).fill("Message " + count);
                button(chat, "Send").click();
                assertThat(chat.locator(".message")).hasCount(count);
            }
            message(chat).pressSequentially("Half a sen");
            note.getByRole(AriaRole.TEXTBOX).pressSequentially("seen by the first server");
            assertThat(note.getByText("5 words")).isVisible();

            assertThat(server.stop()).isZero();
            for (Page page : new Page[] {counter, chat, note}) {
                assertConnection(page, "waiting|connecting");
            }
            message(chat).pressSequentially("tence");
            note.getByRole(AriaRole.TEXTBOX).pressSequentially(" and more");
            button(counter, "Increment").click();
            assertThat(button(counter, "Increment")).hasAttribute("aria-busy", "true");
            server.close();
            server = DevServer.start(port);

            for (Page page : new Page[] {counter, chat, note}) {
                assertConnection(page, "open");
            }
            assertThat(counter.getByText("Count: 1")).isVisible();
            assertThat(button(counter, "Increment")).not().hasAttribute("aria-busy", "true");
            button(chat, "Send").click();
            assertThat(chat.locator(".message .words")).hasText("Half a sentence");
            assertThat(visitors.open("c/SharedNote").getByRole(AriaRole.TEXTBOX))
                    .hasValue("seen by the first server and more");
        } finally {
            server.close();
        }
    }

    @Test
    void restart_whileAnActionWasUnanswered_isTold_andNothingIsSentAgain() throws Exception {
        int port = DevServer.freePort();
        DevServer server = DevServer.start(port);
        try (Visitors visitors = new Visitors(server.base())) {
            Page page = visitors.open("c/Counter");
            List<String> sent = new CopyOnWriteArrayList<>();
            page.routeWebSocket("**/hjx", socket -> withoutEvents(socket, sent));
            page.reload();
            assertConnection(page, "open");
            button(page, "Increment").click();
            assertThat(button(page, "Increment")).hasAttribute("aria-busy", "true");

            assertThat(server.stop()).isZero();
            server.close();
            server = DevServer.start(port);

            assertThat(page.locator(".hjx-notice[data-kind=error]"))
                    .containsText(
                            "it is not known whether your last action took effect",
                            new ContainsTextOptions().setTimeout(RECONNECTED_MS));
            assertThat(button(page, "Increment")).not().hasAttribute("aria-busy", "true");
            assertThat(page.getByText("Count: 0")).isVisible();
            assertThat(sent).hasSize(1);
        } finally {
            server.close();
        }
    }

    /** Events get lost on their way to the server. */
    private static void withoutEvents(WebSocketRoute socket, List<String> lost) {
        WebSocketRoute server = socket.connectToServer();
        socket.onMessage(frame -> {
            if (frame.text().contains("\"type\":\"event\"")) {
                lost.add(frame.text());
            } else {
                server.send(frame.text());
            }
        });
    }

    private static void assertConnection(Page page, String state) {
        assertThat(page.locator("html"))
                .hasAttribute(
                        "data-hjx-connection",
                        Pattern.compile("^(" + state + ")$"),
                        new HasAttributeOptions().setTimeout(RECONNECTED_MS));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static Locator message(Page page) {
        return page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    }
}
