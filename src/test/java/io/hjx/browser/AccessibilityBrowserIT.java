package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.hjx.it.PackagedWar;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page that ships, light and dark, wide and on a phone, before and after it is used: axe-core finds no barrier.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessibilityBrowserIT {

    private static final int[][] SIZES = {{1280, 900}, {360, 740}};

    private static Chromium chromium;

    @ArquillianResource
    private URL base;

    private Page page;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addAsWebInfResource("embedding/Payroll.hjx", "components/Payroll.hjx");
    }

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        page = chromium.browser()
                .newContext(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))
                .newPage();
        page.setDefaultTimeout(15_000);
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private void live(String path) {
        page.navigate(base + path);
        page.waitForSelector("html[data-hjx-connection=open]");
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private void noBarriers() {
        List<String> findings = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : SIZES) {
                page.setViewportSize(size[0], size[1]);
                Axe.seriousFindings(page).forEach(finding -> findings.add(scheme + " " + size[0] + " " + finding));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as("The page is no wider than its window of %d", size[0])
                        .isEqualTo(true);
            }
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Chat", "Composition", "Counter", "Dashboard", "Form", "Orders", "Profile", "SharedNote", "Todo"
            })
    void example_asItIsOpened(String name) {
        live("c/" + name + "?key=opened");
        noBarriers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c/Nothing", "c/Counter?key=%20", "c/Payroll", "c/"})
    void pageAround(String path) {
        page.navigate(base + path);
        page.waitForLoadState();
        noBarriers();
    }

    @Test
    void chat_withMessages() {
        live("c/Chat?key=axe");
        page.getByLabel("Your name").fill("Ann");
        page.getByRole(
                        AriaRole.TEXTBOX,
                        new GetByRoleOptions().setName("Message").setExact(true))
                .fill("Hello");
        button("Send").click();
        assertThat(page.locator(".message.mine")).isVisible();
        noBarriers();
    }

    @Test
    void todo_withDoneAndOpenItems() {
        live("c/Todo?key=axe");
        for (String title : List.of("Milk", "Bread")) {
            page.getByLabel("What is to be done?").fill(title);
            button("Add").click();
            assertThat(page.getByLabel("What is to be done?")).hasValue("");
        }
        page.getByRole(AriaRole.CHECKBOX, new GetByRoleOptions().setName("Milk"))
                .check();
        assertThat(page.locator("li.done")).isVisible();
        noBarriers();
    }

    @Test
    void form_withErrors_andBooked() {
        live("c/Form?key=axe");
        button("Book").click();
        assertThat(page.locator("#name-error")).hasText("Please tell us your name.");
        noBarriers();
        page.getByLabel("Name").fill("Ann");
        page.getByLabel("E-mail").fill("ann@example.org");
        button("Book").click();
        assertThat(page.locator(".thanks")).isVisible();
        noBarriers();
    }

    @Test
    void profile_beingEdited_andBusy() {
        live("c/Profile?key=axe");
        button("Edit").click();
        page.getByLabel("Status").selectOption("busy");
        assertThat(page.locator(".badge.busy")).isVisible();
        noBarriers();
    }

    @Test
    void composition_withAPostcard() {
        live("c/Composition?key=axe");
        page.getByLabel("Your name").fill("Ann");
        page.getByLabel("From").fill("Porto");
        button("Post").click();
        assertThat(page.getByText("Greetings from Porto")).isVisible();
        noBarriers();
    }

    @Test
    void nameless_isFound() {
        live("c/Counter?key=nameless");
        page.evaluate("document.querySelector('button').removeAttribute('aria-label');"
                + "document.querySelector('button').textContent = ''");
        assertThat(Axe.seriousFindings(page)).singleElement().asString().startsWith("button-name");
    }

    // ---- what tells of problems

    @Test
    void notices_ofTheConnection_andOfErrors() {
        List<WebSocketRoute> sockets = new ArrayList<>();
        page.routeWebSocket("**/hjx", socket -> {
            if (sockets.isEmpty()) {
                socket.connectToServer();
            }
            sockets.add(socket);
        });
        live("c/Counter?key=notices");
        sockets.get(0).send("{\"type\":\"error\",\"sub\":1,\"id\":99,\"code\":\"stale-item\",\"message\":\"gone\"}");
        assertThat(page.locator("[role=status] .hjx-notice[data-kind=error]")).isVisible();
        sockets.get(0).close();
        assertThat(page.locator("[role=status] .hjx-notice[data-kind=connection]"))
                .isVisible();
        noBarriers();
    }

    @Test
    void diagnostics_overThePage() {
        List<WebSocketRoute> sockets = new ArrayList<>();
        page.routeWebSocket("**/hjx", socket -> {
            socket.connectToServer();
            sockets.add(socket);
        });
        live("c/Counter?key=diagnostics");
        sockets.get(0).send("""
                {"type": "diagnostics", "sub": 1, "text": "error[HJX1001]: something\\n  --> Counter.hjx:1:1",
                 "diagnostics": [{"path": "Counter.hjx"}]}
                """);
        assertThat(page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Problems in component files")))
                .isVisible();
        noBarriers();
    }

    @Test
    void refusedComponent_saysSo() {
        String refusal = "{\"type\":\"error\",\"sub\":1,\"code\":\"forbidden\",\"message\":\"you may not see this\"}";
        page.routeWebSocket("**/hjx", socket -> {
            WebSocketRoute server = socket.connectToServer();
            server.onMessage(frame -> socket.send(frame.text().contains("\"sub\"") ? refusal : frame.text()));
        });
        live("c/Counter?key=refused");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Counter cannot be shown: you may not see this.");
        noBarriers();
    }
}
