package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code hjx.debug} shows in a page of the packaged application, under its security policy. */
class DebugBrowserIT extends VisitedWar {

    @Test
    void panel_showsTheConnectionItsSubscriptionsAndItsMessages() {
        Page page = opened("c/Counter?key=debugged");
        button(page, "Increment").click();

        assertThat(panel(page)).containsText("Connection" + "open");
        Locator subscription = panel(page).locator("details").first();
        assertThat(subscription.locator("summary")).containsText("#1 Counter “debugged”: version 1");
        subscription.locator("summary").click();
        assertThat(subscription.locator("pre").first()).containsText("\"count\": 1");
        button(page, "Increment").click();
        assertThat(subscription.locator("pre").first()).containsText("\"count\": 2");

        assertThat(messages(page).first()).containsText("update");
        Locator event = messages(page).filter(new Locator.FilterOptions().setHasText("event"));
        assertThat(event.last()).hasText(Pattern.compile("out event #1 \\d+ B [\\d.]+ ms"));
        event.last().locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(event.last().locator("pre")).containsText("\"type\": \"event\"");
        assertThat(panel(page)).containsText(Pattern.compile("Event to answer[\\d.]+ ms \\(median"));
        panel(page)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear messages"))
                .click();
        assertThat(messages(page)).hasCount(0);
    }

    @Test
    void panel_isLoadedOnlyWhenItIsOpened() {
        Page page = visitors().open("c/Counter?key=untouched");
        List<String> loaded = new CopyOnWriteArrayList<>();
        page.onRequest(request -> loaded.add(request.url()));
        page.reload();
        page.waitForSelector("html[data-hjx-connection=open]");
        assertThat(loaded).isNotEmpty().noneMatch(url -> url.contains("debug"));

        page.evaluate("hjx.debug.open()");
        assertThat(panel(page)).isVisible();
        assertThat(loaded).anyMatch(url -> url.endsWith("/debug.js")).anyMatch(url -> url.endsWith("/debug.css"));
    }

    @Test
    void panel_whatPeopleWrite_isText() {
        Page page = opened("c/Chat?key=debugged");
        page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("<b class=injected>bold</b>");
        button(page, "Send").click();
        Locator subscription = panel(page).locator("details").first();
        subscription.locator("summary").click();

        assertThat(subscription.locator("pre").first()).containsText("<b class=injected>");
        assertThat(page.locator("b.injected")).hasCount(0);
    }

    @Test
    void panel_escape_givesTheFocusBack() {
        Page page = visitors().open("c/Counter?key=focus");
        button(page, "Increment").focus();
        page.evaluate("hjx.debug.open()");
        assertThat(panel(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")))
                .isFocused();

        page.keyboard().press("Escape");

        assertThat(panel(page)).hasCount(0);
        assertThat(button(page, "Increment")).isFocused();
    }

    @Test
    void panel_lightAndDark_hasNoBarriers() {
        Page page = opened("c/Todo?key=debugged");
        page.evaluate("hjx.debug.latency(20, 10)");
        page.getByRole(AriaRole.TEXTBOX).first().fill("Bread");
        page.keyboard().press("Enter");
        Locator answered = messages(page).filter(new Locator.FilterOptions().setHasText(" ms"));
        answered.first().locator("summary").click();
        panel(page).locator("details summary").first().click();

        assertThat(page.getByLabel("Latency each way, ms")).hasValue("20");
        assertThat(page.getByLabel("Jitter, ms")).hasValue("10");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            assertThat(Axe.seriousFindings(page)).as("%s", scheme).isEmpty();
        }
    }

    @Test
    void latency_holdsAnswersBack_isShown_andOutlivesAReload() {
        Page page = visitors().open("c/Counter?key=slow");
        page.evaluate("hjx.debug.latency(300)");
        assertThat(badge(page)).hasText("Latency is simulated: 300 ms each way");
        button(page, "Increment").click();
        assertThat(button(page, "Increment")).hasAttribute("aria-busy", "true");
        assertThat(page.getByText("Count: 1")).isVisible();
        assertThat(button(page, "Increment")).not().hasAttribute("aria-busy", "true");

        page.reload();
        assertThat(badge(page)).hasText("Latency is simulated: 300 ms each way");
        button(page, "Turn off").click();
        assertThat(badge(page)).hasCount(0);
        page.reload();
        page.waitForSelector("html[data-hjx-connection=open]");
        assertThat(badge(page)).hasCount(0);
    }

    @Test
    void latency_inThePanel_isSetThere() {
        Page page = opened("c/Counter?key=field");
        page.getByLabel("Latency each way, ms").fill("4000");
        page.getByLabel("Jitter, ms").fill("4000");
        button(page, "Set").click();
        assertThat(panel(page).getByRole(AriaRole.ALERT)).containsText("Give milliseconds from 0 to 4000");
        page.getByLabel("Latency each way, ms").fill("20");
        page.getByLabel("Jitter, ms").fill("10");
        button(page, "Set").click();
        assertThat(badge(page)).hasText("Latency is simulated: 20 to 30 ms each way");
    }

    private Page opened(String path) {
        Page page = visitors().open(path);
        page.evaluate("hjx.debug.open()");
        return page;
    }

    private static Locator panel(Page page) {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("HJX debugger"));
    }

    private static Locator messages(Page page) {
        return panel(page).locator("li");
    }

    private static Locator badge(Page page) {
        return page.locator(".hjx-debug-badge [role=status]");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }
}
