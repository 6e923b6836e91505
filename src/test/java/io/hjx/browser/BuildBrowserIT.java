package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.hjx.cli.Builds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages without a server in Chromium, from a plain file server with a strict policy. */
class BuildBrowserIT {

    private static final Path EXAMPLES = Path.of("src/main/webapp/WEB-INF/components");

    private static final String CARDS = """
            component Cards

            imports:
              Card from "./Card.hjx"

            state:
              cards = [{ id: "a", text: "one" }, { id: "b", text: "two" }]
              hue = "red"

            layout:
              view:
                for (card in cards):
                  Card (bind text <-> card.text):
                    button.gone (on click -> remove(card.id)): "Remove {{card.text}}"
                p.hue (style="color: {{hue}}"): "{{cards.length}} cards"
                button#turn (on click -> turn): "Turn"
                button#fail (on click -> fail): "Fail"

            handlers:
              remove(id):
                set cards = cards.filter(card => card.id !== id)
                broadcast "removed" { id }
              turn:
                set cards = cards.reverse()
                set hue = "blue"
              fail:
                set cards = []
                set hue = [].with(9, 1)
            """;

    private static final String CARD = """
            component Card

            state:
              text = ""
              clicks = 0

            computed:
              label = `${text.toUpperCase()} ${clicks}`

            layout:
              view.card:
                text.label: "{{label}}"
                input (bind value <-> text)
                button.count (on click -> count): "Count"
                slot

            handlers:
              count:
                set clicks = clicks + 1
            """;

    private static final String WIDE = """
            component Wide

            local:
              agreed = false
              plan = "free"

            layout:
              view.wide:
                label:
                  checkbox (bind value <-> agreed)
                  text: "I agree"
                label:
                  input (type="radio", name="plan", value="free", bind value <-> plan)
                  text: "Free"

            style:
              :global(.hjx-page) { max-width: none }
            """;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static StaticFiles files;
    private static Page page;
    private static final List<String> problems = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        files = new StaticFiles(folder);
        page = chromium.browser().newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                problems.add(message.text());
            }
        });
    }

    @AfterAll
    static void stop() {
        files.close();
        chromium.close();
    }

    @BeforeEach
    void forget() {
        problems.clear();
    }

    @AfterEach
    void nothingWentWrong() {
        assertThat(problems).isEmpty();
    }

    private static void open(String example, String... options) {
        Builds.build(EXAMPLES.resolve(example + ".hjx"), folder.resolve(example), options);
        page.navigate(files.page(example));
    }

    private static void click(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void await(String selector, String text) {
        page.waitForCondition(() -> page.locator(selector).allInnerTexts().equals(List.of(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--minify"})
    void counter_counts(String option) {
        open("Counter", option.isEmpty() ? new String[0] : new String[] {option, "--sourcemap"});
        assertThat(page.locator("h1").innerText()).isEqualTo("Count: 0");
        click("Increment");
        click("Increment");
        await("h1", "Count: 2");
        click("Decrement");
        await("h1", "Count: 1");
        click("Reset");
        await("h1", "Count: 0");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reset"))
                        .isDisabled())
                .isTrue();
    }

    @Test
    void todo_addsFiltersAndRemoves() {
        open("Todo");
        for (String title : List.of("milk", "bread")) {
            page.locator("form input").fill(title);
            page.locator("form input").press("Enter");
            page.waitForCondition(() -> page.locator("form input").inputValue().isEmpty());
        }
        await(".open", "2 open");
        page.locator("li input").first().check();
        await(".open", "1 open");
        assertThat(page.locator("li.done .title").innerText()).isEqualTo("milk");
        click("open");
        page.waitForCondition(() -> page.locator("li .title").allInnerTexts().equals(List.of("bread")));
        click("Delete bread");
        page.waitForCondition(() -> page.locator("li").count() == 0);
        click("all");
        page.waitForCondition(() -> page.locator("li .title").allInnerTexts().equals(List.of("milk")));
    }

    @Test
    void form_checksAndBooks() {
        open("Form");
        click("Book");
        await("#name-error", "Please tell us your name.");
        page.locator("input").nth(0).fill("Ann");
        page.locator("input").nth(1).fill("ann@example.org");
        page.locator("input").nth(2).fill("3");
        click("Book");
        await(".thanks", "Thank you! 3 seats are yours.");
        await(".left", "37 of 40 seats are left.");
        assertThat(page.locator("input").nth(0).inputValue()).isEmpty();
    }

    @Test
    void composition_fillsChildrenAndSlots() {
        open("Composition");
        assertThat(page.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth > 0)"))
                .isEqualTo(true);
        page.locator("input").nth(0).fill("Ann");
        page.locator("input").nth(1).fill("Oslo");
        click("Post");
        page.waitForCondition(() -> page.locator("h2").count() == 2);
        assertThat(page.locator("h2").nth(1).innerText()).isEqualTo("Greetings from Oslo");
        assertThat(page.locator("input").nth(0).inputValue()).isEmpty();
    }

    @Test
    void profile_isEdited() {
        open("Profile");
        click("Edit");
        page.locator("form input").first().fill("Grace Hopper");
        page.locator("select").selectOption("busy");
        page.locator("textarea").fill("Compilers");
        click("Done");
        await("h1", "Grace Hopper");
        await(".picture", "GH");
        await(".badge", "busy");
        await(".about", "Compilers");
    }

    @Test
    void sharedNote_countsWords() {
        open("SharedNote");
        page.locator("textarea").fill("three plain words");
        await(".count", "3 words, 17 of 20000 characters");
    }

    @Test
    void sameInput_sameBytes() throws IOException {
        Path file = EXAMPLES.resolve("Todo.hjx");
        Builds.build(file, folder.resolve("first"), "--sourcemap");
        Builds.build(file, folder.resolve("second"), "--sourcemap");
        for (String name : List.of("index.html", "app.js", "app.css", "app.js.map")) {
            assertThat(folder.resolve("second").resolve(name)).hasSameBinaryContentAs(folder.resolve("first/" + name));
        }
    }

    @Test
    void children_keepTheirStateAndFailuresChangeNothing() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/components"));
        Files.writeString(source.resolve("Cards.hjx"), CARDS);
        Files.writeString(source.resolve("Card.hjx"), CARD);
        Builds.build(source.resolve("Cards.hjx"), folder.resolve("Cards"));
        page.navigate(files.page("Cards"));
        page.evaluate("() => { window.heard = []; addEventListener('hjx:removed', (e) => heard.push(e.detail)); }");
        labels("ONE 0", "TWO 0");
        page.locator(".count").nth(1).click();
        labels("ONE 0", "TWO 1");
        page.locator("#turn").click();
        labels("TWO 1", "ONE 0");
        assertThat(page.locator(".hue").evaluate("p => p.style.color")).isEqualTo("blue");
        page.locator("input").nth(1).fill("new");
        labels("TWO 1", "NEW 0");
        page.locator("#fail").click();
        page.waitForSelector(".hjx-notice");
        labels("TWO 1", "NEW 0");
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("handler-failed: ")
                .contains(" Cards.hjx:28:5 ");
        problems.clear();
        page.locator(".gone").first().click();
        labels("NEW 0");
        assertThat(page.evaluate("JSON.stringify(heard)")).isEqualTo("[{\"id\":\"b\"}]");
    }

    @Test
    void page_boxesStandBesideTheirWordsAndTheColumnMayBeWide() throws IOException {
        Path file = Files.writeString(folder.resolve("Wide.hjx"), WIDE);
        Builds.build(file, folder.resolve("Wide"));
        page.setViewportSize(1400, 800);
        page.navigate(files.page("Wide"));
        for (String label : List.of("label:nth-of-type(1)", "label:nth-of-type(2)")) {
            BoundingBox box = page.locator(label + " input").boundingBox();
            BoundingBox words = page.locator(label + " span").boundingBox();
            assertThat(words.x).isGreaterThan(box.x + box.width);
            assertThat(words.y).isLessThan(box.y + box.height);
        }
        assertThat(page.locator(".wide").boundingBox().width).isGreaterThan(1000);
    }

    private static void labels(String... wanted) {
        page.waitForCondition(() -> page.locator(".label").allInnerTexts().equals(List.of(wanted)));
    }
}
