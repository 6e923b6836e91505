package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.hjx.it.PackagedWar;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages of a server that chose CBOR: one browser that speaks it, and one that could not load what it needs. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EncodingBrowserIT {

    /** Keeps a page's sockets, to be able to break them. */
    private static final String KEEP_SOCKETS = """
            const sockets = (window.sockets = []);
            window.WebSocket = class extends WebSocket {
              constructor(...args) {
                super(...args);
                sockets.push(this);
              }
            };
            """;

    @ArquillianResource
    private URL base;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private Chromium chromium;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().setWebXML(new StringAsset("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <absolute-ordering/>
                  <env-entry>
                    <env-entry-name>hjx.encoding</env-entry-name>
                    <env-entry-type>java.lang.String</env-entry-type>
                    <env-entry-value>cbor</env-entry-value>
                  </env-entry>
                </web-app>
                """));
    }

    @BeforeEach
    void start() {
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        chromium.close();
    }

    /** Somebody's page, and the kinds of frames that went over its connections. */
    private final class Visitor {

        final Set<String> kinds = ConcurrentHashMap.newKeySet();
        final Page page;

        Visitor(String component, boolean binary) {
            BrowserContext context = chromium.browser().newContext();
            page = context.newPage();
            if (!binary) {
                page.route("**/cbor.js", Route::abort);
            }
            page.addInitScript(KEEP_SOCKETS);
            page.onPageError(problems::add);
            page.onWebSocket(socket -> {
                socket.onFrameReceived(frame -> kinds.add(frame.text() == null ? "binary" : "text"));
                socket.onFrameSent(frame -> kinds.add(frame.text() == null ? "binary" : "text"));
            });
            page.navigate(base + "c/" + component);
            awaitOpen();
        }

        void awaitOpen() {
            page.waitForSelector("html[data-hjx-connection=open]");
        }

        /** The connection breaks, and comes back by itself. */
        void reconnect() {
            page.evaluate("sockets.at(-1).close()");
            // Not in the page, whose policy lets no text be evaluated
            page.waitForCondition(
                    () -> (Boolean) page.evaluate("sockets.length > 1 && sockets.at(-1).readyState === 1"));
            awaitOpen();
        }

        Locator button(String name) {
            return page.getByRole(
                    AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
        }
    }

    @Test
    void counter_browsersOfEitherEncoding_stayInStep() {
        Visitor binary = new Visitor("Counter?key=step", true);
        Visitor text = new Visitor("Counter?key=step", false);
        binary.button("Increment").click();
        seeCount(1, binary, text);
        text.button("Increment").click();
        seeCount(2, binary, text);

        binary.reconnect();
        text.button("Increment").click();
        seeCount(3, binary, text);
        binary.button("Increment").click();
        seeCount(4, binary, text);

        binary.page.reload();
        binary.awaitOpen();
        text.reconnect();
        binary.button("Increment").click();
        seeCount(5, binary, text);

        assertThat(binary.kinds).containsExactly("binary");
        assertThat(text.kinds).containsExactly("text");
        assertThat(problems).isEmpty();
    }

    private static void seeCount(int count, Visitor... visitors) {
        for (Visitor visitor : visitors) {
            assertThat(visitor.page.getByText("Count: " + count)).isVisible();
        }
    }

    @Test
    void chat_textsOfAllPlanes_arriveAsTheyWere() {
        Visitor binary = new Visitor("Chat", true);
        Visitor text = new Visitor("Chat", false);
        for (String words : List.of("Grüße, 世界 😀", "</script> said \"Ann\"")) {
            Visitor from = words.startsWith("G") ? binary : text;
            from.page.getByRole(AriaRole.TEXTBOX).last().fill(words);
            from.button("Send").click();
            for (Visitor visitor : List.of(binary, text)) {
                Locator last = visitor.page.locator(".message .words").last();
                assertThat(last).hasText(words);
            }
        }
        assertThat(binary.kinds).containsExactly("binary");
        assertThat(problems).isEmpty();
    }

    @Test
    void debugPanel_cbor_isReadable() {
        Visitor binary = new Visitor("Counter?key=debugged", true);
        binary.page.evaluate("hjx.debug.open()");
        Locator panel = binary.page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("HJX debugger"));
        assertThat(panel).isVisible();
        binary.button("Increment").click();

        assertThat(panel).containsText(Pattern.compile("out event #1 \\d+ B"));
        assertThat(panel).containsText(Pattern.compile("in update #1 \\d+ B"));
        assertThat(problems).isEmpty();
    }
}
