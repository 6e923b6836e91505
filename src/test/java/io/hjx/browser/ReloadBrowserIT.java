package io.hjx.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCSSOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.hjx.cli.DevServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A saved file changes open pages in place, and nobody loses what is in hand. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ReloadBrowserIT {

    private static final double SHOWN_MS = 20_000;

    private static final String SMALL = """
            component Small

            imports:
              Badge from "./badge.hjx"

            state:
              count = 0
              word = "one"

            local:
              draft = ""

            layout:
              view:
                h1: "TITLE"
                p: "{{word}} by {{draft}}"
                label: "Name"
                  input(bind value <-> draft)
                button (on click -> increment): "{{count}} so far"
                Badge

            style:
              h1 { color: rgb(1, 2, 3) }

            handlers:
              increment:
                set count = count + 1
            """;

    private static final String BADGE = """
            component Badge

            local:
              open = false

            layout:
              aside:
                button (on click -> flip): "Badge {{open}}"

            handlers:
              flip:
                set open = !open
            """;

    @TempDir
    private Path folder;

    private DevServer server;
    private Visitors visitors;

    @BeforeEach
    void start() throws Exception {
        save("badge.hjx", BADGE);
        save("Small.hjx", titled("First"));
        server = DevServer.start(
                DevServer.freePort(), "--verbose", folder.resolve("Small.hjx").toString());
        visitors = new Visitors(server.base());
    }

    @AfterEach
    void stop() throws Exception {
        visitors.close();
        server.close();
    }

    @Test
    void savedFile_changesOpenPagesInPlace() throws Exception {
        Page ann = mark(visitors.open("c/Small"));
        Page ben = mark(visitors.open("c/Small"));
        button(ann, "0 so far").click();
        button(ann, "Badge false").click();
        assertThat(button(ann, "Badge true")).isVisible();
        name(ann).pressSequentially("Anna");
        assertThat(ann.getByText("one by Anna")).isVisible();
        ann.keyboard().press("ArrowLeft");

        // An element before, another style, another literal
        save(
                "Small.hjx",
                titled("Second")
                        .replace("    p:", "    hr\n    p:")
                        .replace("word = \"one\"", "word = \"two\"")
                        .replace("rgb(1, 2, 3)", "rgb(4, 5, 6)"));

        assertTitle(ann, "Second");
        assertTitle(ben, "Second");
        assertThat(ann.getByRole(AriaRole.HEADING)).hasCSS("color", "rgb(4, 5, 6)");
        assertThat(ann.getByText("two by Anna")).isVisible();
        assertThat(button(ann, "1 so far")).isVisible();
        assertThat(button(ann, "Badge true")).isVisible();
        assertThat(button(ben, "Badge false")).isVisible();
        assertThat(name(ann)).isFocused();
        ann.keyboard().type("x");
        assertThat(name(ann)).hasValue("Annxa");
        assertThat(ann.getByText("two by Annxa")).isVisible();
        button(ben, "1 so far").click();
        assertThat(button(ann, "2 so far")).isVisible();
        assertThat(ann.locator("link[rel=stylesheet][href*='/c/']")).hasCount(1);
        assertInPlace(ann);
        assertInPlace(ben);
        assertThat(visitors.problems()).isEmpty();
    }

    @Test
    void savedStyle_keepsTheElements() throws Exception {
        Page page = mark(visitors.open("c/Small"));
        page.evaluate("document.querySelector('h1').marker = 1");

        save("Small.hjx", titled("First").replace("rgb(1, 2, 3)", "rgb(7, 8, 9)"));

        Locator heading = page.getByRole(AriaRole.HEADING);
        assertThat(heading).hasCSS("color", "rgb(7, 8, 9)", new HasCSSOptions().setTimeout(SHOWN_MS));
        assertThat(heading.evaluate("heading => heading.marker")).isEqualTo(1);
        assertThat(page.locator("link[rel=stylesheet][href*='/c/']")).hasCount(1);
        button(page, "0 so far").click();
        assertThat(button(page, "1 so far")).isVisible();
        assertInPlace(page);
    }

    @Test
    void savedImport_changesTheImporter_stateOfTheChildStays() throws Exception {
        Page page = mark(visitors.open("c/Small"));
        button(page, "Badge false").click();
        assertThat(button(page, "Badge true")).isVisible();

        save("badge.hjx", BADGE.replace("\"Badge", "\"Label"));

        assertThat(button(page, "Label true")).isVisible(new IsVisibleOptions().setTimeout(SHOWN_MS));
        button(page, "Label true").click();
        assertThat(button(page, "Label false")).isVisible();
        assertInPlace(page);
    }

    @Test
    void brokenFile_isShownOverThePage_untilItIsMended() throws Exception {
        Page ann = mark(visitors.open("c/Small"));
        name(ann).pressSequentially("An");

        save("Small.hjx", titled("Third").replace("layout:", "layout"));

        server.awaitLine("Small stays at its last good version");
        assertThat(problems(ann)).isVisible(new IsVisibleOptions().setTimeout(SHOWN_MS));
        assertThat(problems(ann)).containsText("Small.hjx does not compile");
        assertThat(problems(ann).locator("pre")).containsText("error[HJX");
        assertThat(name(ann)).isFocused();
        Page ben = visitors.open("c/Small");
        assertThat(problems(ben)).isVisible();
        assertTitle(ben, "First");
        button(ben, "0 so far").click();
        assertThat(button(ann, "1 so far")).isVisible();

        ann.keyboard().press("Escape");
        assertThat(problems(ann)).isHidden();
        problems(ben).getByRole(AriaRole.BUTTON).click();
        assertThat(problems(ben)).isHidden();

        save("Small.hjx", titled("Third").replace("state:", "state"));
        assertThat(problems(ann)).isVisible(new IsVisibleOptions().setTimeout(SHOWN_MS));

        save("Small.hjx", titled("Fourth"));
        assertTitle(ann, "Fourth");
        assertThat(problems(ann)).isHidden();
        assertThat(problems(ben)).isHidden();
        assertThat(button(ann, "1 so far")).isVisible();
        assertThat(name(ann)).hasValue("An");
        assertInPlace(ann);
        assertThat(visitors.problems()).isEmpty();
    }

    @Test
    void neverCompiled_pageShowsWhy_andComesByItself() throws Exception {
        save("Other.hjx", "component Other\n\nlayout:\n  p: \"{{nobody}}\"\n");
        server.awaitLine("Other is not served");
        Page page = visitors.openWithoutJavaScript("c/Other");
        assertThat(page.locator("pre")).containsText("nobody");

        save("Other.hjx", "component Other\n\nlayout:\n  p: \"Here I am\"\n");

        assertThat(page.getByText("Here I am")).isVisible(new IsVisibleOptions().setTimeout(SHOWN_MS));
    }

    @Test
    void moduleThatCannotBeLoaded_costsOnePageLoad() throws Exception {
        Page page = mark(visitors.open("c/Small"));
        page.route(Pattern.compile(".*/reload\\.js"), Route::abort);

        save("Small.hjx", titled("Second"));

        assertTitle(page, "Second");
        assertThat(page.evaluate("window.marker")).isNull();
    }

    private static Page mark(Page page) {
        page.evaluate("window.marker = 1");
        return page;
    }

    /** What stood on the window still does: no page was loaded. */
    private static void assertInPlace(Page page) {
        assertThat(page.evaluate("window.marker")).isEqualTo(1);
    }

    private static Locator problems(Page page) {
        return page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("Problems in component files"));
    }

    private static Locator name(Page page) {
        return page.getByLabel("Name");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }

    private static String titled(String title) {
        return SMALL.replace("TITLE", title);
    }

    /** At once, as careful editors do: nobody ever reads half a file. */
    private void save(String name, String text) throws Exception {
        Path draft = Files.writeString(folder.resolve("draft"), text);
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void assertTitle(Page page, String title) {
        Locator heading = page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(title));
        assertThat(heading).isVisible(new IsVisibleOptions().setTimeout(SHOWN_MS));
    }
}
