package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import io.hjx.it.PackagedWar;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a visitor does while the scripts of a page are still on their way: none of it is lost. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EarlyBrowserIT {

    /** Everything that makes the page live; the first script alone is there at once. */
    private static final Pattern LATER = Pattern.compile(".*/(page|Early)\\.js");

    @ArquillianResource
    private URL base;

    private Chromium chromium;
    private Page page;
    private final List<Route> held = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addAsWebInfResource("browser/Early.hjx", "components/Early.hjx");
    }

    @BeforeEach
    void open() {
        chromium = Chromium.start();
        page = chromium.browser().newPage();
        page.setDefaultTimeout(15_000);
        page.route(LATER, held::add);
        page.navigate(base + "c/Early", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !held.isEmpty());
    }

    @AfterEach
    void stop() {
        chromium.close();
    }

    private void release() {
        page.unroute(LATER);
        held.forEach(Route::resume);
        page.waitForSelector("html[data-hjx-connection=open]");
    }

    private Locator told() {
        return page.locator("#told");
    }

    private Locator count() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Count")));
    }

    @Test
    void filledEarly_isSent() {
        page.getByLabel("Word").fill("typed");
        page.getByLabel("Agreed").check();
        page.getByLabel("B", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("One").selectOption("y");
        page.getByLabel("Size").selectOption("large");
        page.getByLabel("Note").fill("mine");
        release();

        assertThat(told()).hasText("typed, true, b, y, 0, large, mine");
        assertThat(page.getByLabel("Word")).hasValue("typed");
        assertThat(page.getByLabel("Note")).hasValue("mine");
    }

    @Test
    void clickedEarly_countsEachTime() {
        count().click();
        count().click();
        release();

        assertThat(count()).hasText(Pattern.compile("Count [2-9]"));
    }

    @Test
    void clickedEarly_onAnIcon_isDone() {
        page.locator("rect").click();
        release();

        assertThat(told()).containsText(", icon,");
    }

    @Test
    void openedEarly_staysOpen() {
        page.getByText("More").click();
        release();

        assertThat(page.getByText("Opened")).isVisible();
    }

    @Test
    void submittedEarly_byKeyOrButton_isAboutWhatWasTyped() {
        page.getByLabel("Word").fill("typed");
        page.getByLabel("Word").press("Enter");
        assertThat(page.url()).endsWith("/c/Early");
        release();
        assertThat(told()).containsText("typed!, false, a, x, 1");
        assertThat(page.getByLabel("Word")).hasValue("typed!");
    }

    @Test
    void typedOnAfterwards_keepsFocusAndText() {
        page.getByLabel("Word").press("End");
        page.getByLabel("Word").pressSequentially("-a");
        release();
        page.getByLabel("Word").pressSequentially("b");

        assertThat(page.getByLabel("Word")).isFocused();
        assertThat(told()).containsText("first-ab");
        assertThat(page.getByLabel("Word")).hasValue("first-ab");
    }

    @Test
    void untouched_sendsNothing() {
        List<String> sent = new ArrayList<>();
        page.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
        release();
        count().click();
        page.waitForCondition(() -> sent.stream().anyMatch(frame -> frame.contains("\"event\"")));

        assertThat(sent).noneMatch(frame -> frame.contains("\"bind\""));
    }
}
