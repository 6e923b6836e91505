package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import io.hjx.it.PackagedWar;
import java.net.URL;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Components in pages that are not ours: plain HTML, Jakarta Pages, Faces. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EmbeddingBrowserIT {

    /** Before any script of the page runs: notes what happens to the nodes that the server has written. */
    private static final String WATCH = """
            window.mutations = [];
            const observer = new MutationObserver((all) => {
              for (const { type, target } of all) {
                const element = target instanceof Element ? target : target.parentElement;
                if (element?.closest("hjx-component")) mutations.push(type + " " + target.nodeName);
              }
            });
            document.addEventListener("readystatechange", () => {
              if (document.readyState !== "interactive") return;
              observer.observe(document, { subtree: true, childList: true, characterData: true });
            });
            """;

    @ArquillianResource
    private URL base;

    private Chromium chromium;
    private Page page;
    private final List<WebSocket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @Deployment(testable = false)
    static WebArchive war() {
        WebArchive war = PackagedWar.load();
        for (String file : List.of("plain.html", "plain.css", "pages.jsp", "faces.xhtml")) {
            war.addAsWebResource("embedding/" + file, file);
        }
        return war.addAsWebInfResource("embedding/faces-config.xml", "faces-config.xml")
                .addAsWebInfResource("embedding/Payroll.hjx", "components/Payroll.hjx");
    }

    @BeforeEach
    void start() {
        chromium = Chromium.start();
        page = chromium.browser().newPage();
        page.setDefaultTimeout(15_000);
        page.onPageError(failures::add);
        page.addInitScript(WATCH);
        page.onWebSocket(socket -> {
            sockets.add(socket);
            socket.onFrameSent(frame -> sent.add(frame.text()));
        });
    }

    @AfterEach
    void stop() {
        chromium.close();
        assertThat(failures).isEmpty();
    }

    private void open(String path) {
        page.navigate(base + path);
        page.waitForSelector("html[data-hjx-connection=open]");
    }

    private static Locator increment(Locator place) {
        return place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Increment"));
    }

    @Test
    void html_severalComponents_areLiveOverOneConnection() {
        open("plain.html");
        Locator one = page.locator("#one");
        Locator two = page.locator("#two");
        assertThat(one).containsText("Count: 0");
        increment(one).click();
        assertThat(two).containsText("Count: 1");
        increment(two).click();

        assertThat(one).containsText("Count: 2");
        assertThat(page.locator("#three").getByRole(AriaRole.TEXTBOX).first()).isVisible();
        assertThat(sockets).hasSize(1);
    }

    @Test
    void html_unknownAndRefused_sayWhyAndNothingElse() {
        open("plain.html");

        assertThat(page.locator("#unknown").getByRole(AriaRole.ALERT))
                .hasText("Nobody cannot be shown: there is no component of this name.");
        assertThat(page.locator("#refused").getByRole(AriaRole.ALERT))
                .hasText("Payroll cannot be shown: the component wants a signed-in user.");
        assertThat(page.locator("#one")).containsText("Count:");
        assertThat(page.content()).doesNotContain("1,000,000");
    }

    @Test
    void html_components_leaveThePagesOwnStyleAlone() {
        open("plain.html");
        assertThat(page.locator("#one")).containsText("Count:");

        assertThat(page.evaluate("getComputedStyle(document.body).fontFamily")).isEqualTo("serif");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('#one .counter')).display"))
                .isEqualTo("grid");
    }

    @Test
    void element_removed_unsubscribesAndLeavesTheOther() {
        open("plain.html");
        assertThat(page.locator("#two")).containsText("Count:");
        page.evaluate("document.querySelector('#one').remove()");
        page.waitForCondition(() -> sent.stream().anyMatch(frame -> frame.contains("\"unsubscribe\"")));
        String before = page.locator("#two .count").textContent();
        increment(page.locator("#two")).click();

        assertThat(page.locator("#two .count")).not().hasText(before);
        assertThat(sent.stream().filter(frame -> frame.contains("\"unsubscribe\"")))
                .hasSize(1);
    }

    @Test
    void element_addedOrChangedByAScript_showsItsInstance() {
        open("plain.html");
        page.evaluate("""
                () => {
                  const added = document.createElement("hjx-component");
                  added.id = "added";
                  added.setAttribute("name", "Counter");
                  added.setAttribute("key", "added");
                  document.body.append(added);
                }
                """);
        assertThat(page.locator("#added")).containsText("Count: 0");
        increment(page.locator("#added")).click();
        assertThat(page.locator("#added")).containsText("Count: 1");
        page.evaluate("document.querySelector('#added').setAttribute('key', 'other')");

        assertThat(page.locator("#added")).containsText("Count: 0");
        assertThat(sockets).hasSize(1);
    }

    @Test
    void pages_firstHtml_isAdoptedWithoutAChangeAndLive() {
        open("pages.jsp?key=adopted");
        assertThat(page.locator("#tag")).containsText("Count: 0");
        assertThat(page.evaluate("mutations")).isEqualTo(List.of());
        increment(page.locator("#tag")).click();

        assertThat(page.locator("#tag")).containsText("Count: 1");
        assertThat(page.locator("#expression")).containsText("Count: 1");
        assertThat(page.locator("#keyless hjx-component")).hasAttribute("key", "");
        assertThat(sockets).hasSize(1);
        assertThat(page.evaluate("document.querySelectorAll('link[href*=Counter][rel=stylesheet]').length"))
                .isEqualTo(1);
    }

    @Test
    void pages_withoutJavaScript_readsAndLeaksNothing() {
        try (var context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page plain = context.newPage();
            plain.navigate(base + "pages.jsp?key=plain");

            assertThat(plain.locator("#tag .count")).hasText("Count: 0");
            assertThat(plain.locator("#unknown"))
                    .containsText("No<b>dy cannot be shown: there is no component of this name.");
            assertThat(plain.locator("#refused")).containsText("the component wants a signed-in user");
            assertThat(plain.content()).doesNotContain("1,000,000").doesNotContain("Payroll.css");
        }
    }

    @Test
    void faces_renderedAndPlainElement_areLive() {
        open("faces.xhtml?key=faces");
        Locator counter = page.locator("hjx-component[name=Counter]");
        increment(counter).click();

        assertThat(counter).containsText("Count: 1");
        assertThat(page.locator("hjx-component[name=SharedNote]")
                        .getByRole(AriaRole.TEXTBOX)
                        .first())
                .isVisible();
        assertThat(sockets).hasSize(1);
    }
}
