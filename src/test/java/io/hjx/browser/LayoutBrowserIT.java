package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled layouts in Chromium: built, adopted, and brought up to date. */
class LayoutBrowserIT {

    private static Chromium chromium;
    private static ComponentServer server;
    private static Page page;
    private static final List<String> problems = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        server = new ComponentServer(Layouts.SOURCES);
        page = chromium.browser().newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(problems::add);
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    @BeforeEach
    void forget() {
        problems.clear();
        page.unrouteAll();
    }

    private void open(String path, String state, String local, boolean adopt) {
        page.navigate(server.page(path, state, local, adopt));
        page.waitForCondition(() -> !problems.isEmpty() || page.querySelector("html[data-ready]") != null);
        assertThat(problems).isEmpty();
    }

    private void update(String state) {
        page.evaluate("state => mounted.update(JSON.parse(state), {}, 8)", state);
    }

    private String shown() {
        return page.innerText("main").replaceAll("\\s+", " ").strip();
    }

    private Object js(String expression) {
        return page.evaluate(expression);
    }

    // ---- building and adopting

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = Layouts.STATES)
    void adopt_serverHtml_touchesNoNode(String path, String state) {
        open(path, state, "{}", true);

        assertThat(js("mutations")).isEqualTo(List.of());
        assertThat(js("warnings.filter(line => line.includes('anew'))")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chat", "Composition", "Counter", "Dashboard", "Form", "Profile", "SharedNote", "Todo"})
    void adopt_example_touchesNoNode(String name) {
        open(name + ".hjx", "{}", "{}", true);

        assertThat(js("mutations")).isEqualTo(List.of());
        assertThat(js("warnings")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = Layouts.STATES)
    void build_sameState_sameAsServerHtml(String path, String state) {
        open(path, state, "{}", true);
        Object adopted = js(Layouts.CONTENT);
        open(path, state, "{}", false);

        assertThat(js(Layouts.CONTENT)).isEqualTo(adopted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = Layouts.CHANGES)
    void update_adopted_sameAsServerHtmlOfNewState(String path, String before, String after) {
        open(path, after, "{}", true);
        Object wanted = js(Layouts.CONTENT);
        open(path, before, "{}", true);
        update(after);

        assertThat(js(Layouts.CONTENT)).isEqualTo(wanted);
        assertThat(js("warnings.filter(line => line.includes('anew'))")).isEqualTo(List.of());
    }

    @Test
    void adopt_strangeHtml_buildsAnewAndSaysSo() {
        page.route("**/page/*", route -> {
            var response = route.fetch();
            route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setResponse(response)
                    .setBody(response.text().replace("<h1", "<h2").replace("</h1", "</h2")));
        });
        open("counter.hjx", "{\"count\": 3}", "{}", true);

        assertThat(shown()).contains("Count: 3");
        assertThat(js("document.querySelectorAll('h1').length")).isEqualTo(1);
        assertThat((List<?>) js("warnings")).hasSize(1);
    }

    // ---- updates

    @Test
    void update_count_changesThatTextAlone() {
        open("counter.hjx", "{\"count\": 3}", "{}", true);
        js("window.observed = []; new MutationObserver(all => observed.push(...all.map(one => one.type)))"
                + ".observe(document, {subtree: true, childList: true, attributes: true, characterData: true})");
        update("{\"count\": 4}");

        assertThat(shown()).contains("Count: 4");
        assertThat(js("new Promise(done => setTimeout(() => done(observed)))")).isEqualTo(List.of("characterData"));
    }

    @Test
    void update_emptyText_getsAndLosesItsText() {
        open("texts.hjx", "{\"word\": \"\"}", "{}", true);
        update("{\"word\": \"one\"}");
        assertThat(shown()).isEqualTo("a one z one");
        update("{\"word\": \"\"}");
        assertThat(shown()).isEqualTo("a z");
        update("{\"word\": \"<b>\"}");
        assertThat(shown()).isEqualTo("a <b> z <b>");
    }

    @Test
    void binding_thatFails_showsNothingAndStopsNoOther() {
        open("failing.hjx", "{\"word\": 5}", "{}", true);
        assertThat(shown()).isEqualTo("before: after: 5");
        assertThat((List<?>) js("warnings")).hasSize(1);
        update("{\"word\": \"x\"}");
        assertThat(shown()).isEqualTo("before: X after: x");
    }

    // ---- lists

    @Test
    void list_reordered_keepsNodesFocusAndCaret() {
        String abc = "{\"items\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"c\"}, {\"id\": \"d\"}]}";
        open("list.hjx", abc, "{}", true);
        js("window.rows = [...document.querySelectorAll('li')]; rows[1].querySelector('input').focus();"
                + " rows[1].querySelector('input').value = 'typed';"
                + " rows[1].querySelector('input').setSelectionRange(2, 3)");
        update("{\"items\": [{\"id\": \"d\"}, {\"id\": \"c\"}, {\"id\": \"b\"}, {\"id\": \"x\"}, {\"id\": \"a\"}]}");

        assertThat(shown()).isEqualTo("d0 c1 b2 x3 a4");
        assertThat(js("[...document.querySelectorAll('li')].map(row => rows.indexOf(row))"))
                .isEqualTo(List.of(3, 2, 1, -1, 0));
        assertThat(js("document.activeElement === rows[1].querySelector('input')"))
                .isEqualTo(true);
        assertThat(js("[document.activeElement.value, document.activeElement.selectionStart,"
                        + " document.activeElement.selectionEnd]"))
                .isEqualTo(List.of("typed", 2, 3));
    }

    @Test
    void list_randomChanges_showsEachListWithItsOldNodes() {
        open("list.hjx", "{\"items\": []}", "{}", false);
        Object wrong = js("""
                () => {
                  let seed = 42;
                  const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
                  const wrong = [];
                  let known = new Map();
                  for (let round = 0; round < 300; round++) {
                    const ids = [...Array(random(12))].map(() => random(15));
                    const items = [...new Set(ids)].map((id) => ({ id }));
                    mounted.update({ items }, {}, round);
                    const rows = [...document.querySelectorAll("li")];
                    const text = rows.map((row) => row.textContent).join(" ");
                    const wanted = items.map(({ id }, i) => `${id}${i}`).join(" ");
                    if (text !== wanted) wrong.push(`${round}: ${text} instead of ${wanted}`);
                    items.forEach(({ id }, i) => {
                      if (known.has(id) && known.get(id) !== rows[i]) wrong.push(`${round}: ${id} lost its node`);
                    });
                    known = new Map(items.map(({ id }, i) => [id, rows[i]]));
                  }
                  return wrong;
                }
                """);
        assertThat(wrong).isEqualTo(List.of());
    }

    @Test
    void list_duplicateKeys_countsPositionsAndWarnsOnce() {
        open("list.hjx", "{\"items\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}", "{}", true);
        update("{\"items\": [{\"id\": \"b\"}, {\"id\": \"b\"}, {\"id\": \"c\"}]}");

        assertThat(shown()).isEqualTo("b0 b1 c2");
        assertThat((List<?>) js("warnings")).hasSize(1);
        page.click("li:nth-child(2) button");
        assertThat(js("sent[0].message.items")).isEqualTo(List.of(List.of("item", 1)));
    }

    // ---- events

    @Test
    void event_inNestedLoops_sendsSiteAndKeysNotValues() {
        open(
                "nested.hjx",
                "{\"groups\": [{\"id\": 1, \"tags\": [\"x\", \"y\"]}, {\"id\": 2, \"tags\": [\"z\", \"w\"]}]}",
                "{}",
                true);
        page.click("text=2-w");

        assertThat(js("sent.length")).isEqualTo(1);
        assertThat(js("sent[0].message.items")).isEqualTo(List.of(List.of("group", "2"), List.of("tag", 1)));
        assertThat(js("[sent[0].message.kind, sent[0].message.site, sent[0].message.version,"
                        + " sent[0].message.at.length, sent[0].message.event.type, sent[0].message.el.dataset.word]"))
                .isEqualTo(List.of("event", 0, 7, 0, "click", "w"));
    }

    /**
     * Waits until what was asked for the next frame is done: an answer that is there by then never shows as waiting.
     */
    private void nextFrame() {
        js("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    @Test
    void event_unanswered_showsItsElementBusy() {
        open("counter.hjx", "{\"count\": 3}", "{}", true);
        page.click("button");
        nextFrame();
        assertThat(page.getAttribute("button", "aria-busy")).isEqualTo("true");
        js("sent[0].answer()");
        page.waitForSelector("button:not([aria-busy])");
        assertThat(page.getAttribute("button", "data-hjx-busy")).isNull();
    }

    @Test
    void event_sentTwiceAndRefused_staysBusyUntilBothAreAnswered() {
        open("busy.hjx", "{}", "{}", true);
        page.press("form button", "Enter");
        page.press("form button", "Enter");
        assertThat(js("sent.length")).isEqualTo(2);
        nextFrame();
        assertThat(page.getAttribute("form", "aria-busy")).isEqualTo("true");
        js("sent[0].fail(new Error('refused on purpose'))");
        js("new Promise(done => setTimeout(done))");
        assertThat(page.getAttribute("form", "aria-busy")).isEqualTo("true");
        js("sent[1].answer()");
        page.waitForSelector("form:not([aria-busy])");
    }

    @Test
    void event_ofAnElementThatTellsItselfWhetherItIsBusy_leavesThatToIt() {
        open("busy.hjx", "{\"loading\": false}", "{}", true);
        page.click("#own");
        page.click("#fixed");
        nextFrame();
        assertThat(page.getAttribute("#own", "data-hjx-busy")).isEmpty();
        assertThat(page.getAttribute("#own", "aria-busy")).isNull();
        update("{\"loading\": true}");
        js("sent.forEach(one => one.answer())");
        page.waitForSelector("#own:not([data-hjx-busy])");
        assertThat(page.getAttribute("#own", "aria-busy")).isEqualTo("true");
        assertThat(page.getAttribute("#fixed", "aria-busy")).isEqualTo("false");
    }

    @Test
    void event_modifiers_filterAndPace() {
        open("events.hjx", "{}", "{}", true);
        page.click("#once");
        page.click("#once");
        page.press("#keys", "a");
        page.press("#keys", "Enter");
        page.click("#self b");
        page.click("#stop");
        page.click("a");
        assertThat(js("sent.map(one => one.message.site + one.message.event.type)"))
                .isEqualTo(List.of("1click", "2keydown", "5click", "6click"));
        assertThat(page.url()).doesNotContain("#");
        js("sent.length = 0");
        page.locator("#slow").pressSequentially("abc");
        page.waitForCondition(() -> Boolean.TRUE.equals(js("sent.length > 0")));
        assertThat(js("sent.map(one => one.message.event.value)")).isEqualTo(List.of("abc"));
        page.press("form input", "Enter");
        page.waitForCondition(() -> Boolean.TRUE.equals(js("sent.length > 1")));
        assertThat(js("sent[1].message.event.type")).isEqualTo("submit");
    }
}
