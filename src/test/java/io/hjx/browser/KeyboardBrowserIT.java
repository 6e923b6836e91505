package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example by keyboard alone, and what a screen reader is told of it. */
class KeyboardBrowserIT extends VisitedWar {

    /** The accessible name of what has the focus, as its author gave it, and whether a ring shows it. */
    private static final String FOCUSED = """
            () => {
              const node = document.activeElement;
              const name = node.getAttribute("aria-label") ?? node.labels?.[0]?.innerText ?? node.textContent;
              const seen = getComputedStyle(node).outlineStyle !== "none" || node.matches("input[type=checkbox]");
              return name.trim().split("\\n")[0] + (seen ? "" : " (no ring)");
            }
            """;

    private Page page;

    private void visit(String path) {
        page = visitors().open(path);
    }

    private void press(String... keys) {
        Stream.of(keys).forEach(key -> page.keyboard().press(key));
    }

    private void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes through the page with the tabulator. */
    private List<Object> tabStops(int count) {
        List<Object> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            press("Tab");
            names.add(page.evaluate(FOCUSED));
        }
        return names;
    }

    private Locator status() {
        return page.locator("hjx-component").getByRole(AriaRole.STATUS);
    }

    // ---- one by one

    @Test
    void counter() {
        visit("c/Counter?key=keys");
        assertThat(tabStops(2)).isEqualTo(List.of("Decrement", "Increment"));
        press("Enter", "Space");
        assertThat(status()).hasText("Count: 2");
        press("Shift+Tab", "Enter");
        assertThat(status()).hasText("Count: 0");
        // The button that has just been switched off was the place to go on from
        press("Tab");
        assertThat(page.evaluate(FOCUSED)).isEqualTo("Increment");
    }

    @Test
    void chat() {
        visit("c/Chat?key=keys");
        assertThat(tabStops(4)).isEqualTo(List.of("Messages", "Your name", "Message", "Send"));
        press("Shift+Tab", "Shift+Tab");
        type("Ann");
        press("Tab");
        type("Hello");
        press("Enter");
        assertThat(page.getByRole(AriaRole.LOG)).containsText("Hello");
        type("again");
        press("Tab", "Space");
        assertThat(page.locator(".message .words")).hasText(new String[] {"Hello", "again"});
    }

    @Test
    void todo() {
        visit("c/Todo?key=keys");
        press("Tab");
        type("Milk");
        press("Enter");
        assertThat(status()).hasText("1 open");
        assertThat(tabStops(6)).isEqualTo(List.of("Add", "Milk", "Delete Milk", "all", "open", "done"));
        press("Shift+Tab", "Enter");
        assertThat(page.getByRole(AriaRole.BUTTON, named("open"))).hasAttribute("aria-pressed", "true");
        press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Space");
        assertThat(status()).hasText("0 open");
        assertThat(page.getByRole(AriaRole.LISTITEM)).hasCount(0);
    }

    @Test
    void form() {
        visit("c/Form?key=keys");
        assertThat(tabStops(4)).isEqualTo(List.of("Name", "E-mail", "Seats", "Book"));
        press("Enter");
        Locator name = page.getByRole(AriaRole.TEXTBOX, named("Name"));
        assertThat(name).hasAttribute("aria-invalid", "true");
        assertThat(name).hasAccessibleDescription("Please tell us your name.");
        assertThat(status()).containsText("Nothing is booked yet");
        press("Shift+Tab", "ArrowUp", "Shift+Tab");
        type("ann@example.org");
        press("Shift+Tab");
        type("Ann");
        press("Enter");
        assertThat(status()).containsText("2 seats are yours.");
    }

    @Test
    void profile() {
        visit("c/Profile?key=keys");
        press("Tab", "Enter");
        assertThat(page.getByRole(AriaRole.TEXTBOX, named("Name"))).isVisible();
        assertThat(tabStops(5)).isEqualTo(List.of("Name", "Role", "Status", "About", "Done"));
        press("Shift+Tab", "Shift+Tab", "ArrowDown");
        assertThat(page.locator(".badge.busy")).isVisible();
        press("Tab", "Tab", "Enter");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Edit"))).isVisible();
    }

    @Test
    void composition() {
        visit("c/Composition?key=keys");
        press("Tab");
        type("Ann");
        press("Tab");
        type("Porto");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Post"))).isEnabled();
        assertThat(tabStops(2)).isEqualTo(List.of("Clear", "Post"));
        press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, named("Greetings from Porto")))
                .isVisible();
    }

    @Test
    void sharedNote() {
        visit("c/SharedNote?key=keys");
        press("Tab");
        type("two words");
        assertThat(status()).containsText("2 words, 9 of 20000 characters");
        assertThat(page.getByRole(AriaRole.TEXTBOX))
                .hasAccessibleName("Everybody who has this page open writes on this text.");
    }

    // ---- all alike

    @ParameterizedTest
    @ValueSource(strings = {"Chat", "Composition", "Counter", "Dashboard", "Form", "Profile", "SharedNote", "Todo"})
    void example_hasOneMainHeading_andALandmark(String name) {
        visit("c/" + name + "?key=outline");
        assertThat(page.getByRole(AriaRole.MAIN)).hasCount(1);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasCount(1);
    }

    @Test
    void gallery_isAnOutlineThatCanBeJumpedThrough() {
        visit("");
        assertThat(page.getByRole(AriaRole.NAVIGATION, named("Components"))).isVisible();
        assertThat(page.getByRole(AriaRole.REGION, named("Counter"))).isVisible();
        press("Tab");
        assertThat((String) page.evaluate(FOCUSED)).isNotBlank().doesNotContain("(no ring)");
        press("Enter");
        assertThat(page.url()).contains("#");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
