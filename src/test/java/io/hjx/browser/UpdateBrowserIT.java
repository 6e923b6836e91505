package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an update touches in Chromium: the nodes and bindings that read what has changed, and no others. */
class UpdateBrowserIT {

    /** More than there are bits in a number. */
    private static final int NAMES = 100;

    private static final String TABLE = """
            component Table
            state:
              rows = []
              chosen = null
              note = ""
            layout:
              view (title: note):
                for (row, i in rows key row.id):
                  p (class chosen: chosen === row.id):
                    "{{row.text}}"
                    b: "{{row.more}}"
                if (note):
                  i: "{{note}}"
            """;

    private static final String MANY =
            """
            component Many
            imports:
              Inner from "./inner.hjx"
            state:
            %s  items = [1, 2]
            layout:
              view:
            %s    for (item in items):
                  for (one in items):
                    p: "{{item}} {{one}} {{n98}}"
                Inner (label: n97):
                  "{{n96}}"
            """.formatted(lines("  n%1$d = %1$d\n"), lines("    text#t%1$d: \"{{n%1$d}}\"\n"));

    /** Rows that do nothing with {@code chosen} and {@code open} but compare them with their keys. */
    private static final String CHOICE = """
            component Choice
            state:
              rows = []
              chosen = 1
              open = null
              other = 1
            layout:
              view:
                for (row in rows):
                  p (class chosen: row.id === chosen): "{{row.id !== open && row.text}}"
                  if (open === row.id):
                    b: "{{row.more}}"
                for (row in rows):
                  i: "{{row.id === other || other}}"
            """;

    /** Loops in one another, more than there are bits for. */
    private static final String DEEP = """
            component Deep
            state:
            %s  one = [1]
              tree = {name: "a", list: [1]}
            layout:
              view:
            %s    for (a in one):
                  for (b in one):
                    for (c in one):
                      for (d in one):
                        for (e in one):
                          for (f in one):
                            for (g in [tree]):
                              for (h, i in g.list):
                                p: "{{g.name}} {{h}} {{i}}"
            """.formatted(lines("  n%1$d = %1$d\n"), lines("    text: \"{{n%1$d}}\"\n"));

    private static final String BOTH = """
            component Both
            imports:
              Big from "./big/button.hjx"
              Small from "./small/button.hjx"
            layout:
              view:
                Big
                Small
            """;

    private static final String INNER = """
            component Inner
            state:
              label = ""
            layout:
              section:
                h2: "{{label}}"
                slot
            """;

    /** What happens to the document while the state changes, a line each; {@code %s} makes new values of old ones. */
    private static final String OBSERVED = """
            () => {
              const name = (node) => (node.nodeType === 1 ? node.localName : "text");
              const line = (record) =>
                record.type === "childList"
                  ? [...record.addedNodes].map((node) => `added ${name(node)}`)
                      .concat([...record.removedNodes].map((node) => `removed ${name(node)}`))
                  : [`${record.attributeName ?? "text"} of ${name(record.target)}`];
              const observer = new MutationObserver(() => {});
              observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
              const { rows } = mounted.app.state;
              mounted.update(%s, {}, 8);
              return observer.takeRecords().flatMap(line).join(", ");
            }
            """;

    private static final String ROWS = IntStream.range(0, 6)
            .mapToObj(i -> "{\"id\": %1$d, \"text\": \"t%1$d\", \"more\": \"m\"}".formatted(i))
            .collect(Collectors.joining(", ", "{\"rows\": [", "]}"));

    private static Chromium chromium;
    private static ComponentServer server;
    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        server = new ComponentServer(Map.of(
                "table.hjx",
                TABLE,
                "many.hjx",
                MANY,
                "choice.hjx",
                CHOICE,
                "deep.hjx",
                DEEP,
                "inner.hjx",
                INNER,
                "big/button.hjx",
                "component Button\nlayout:\n  button: \"big\"\n",
                "small/button.hjx",
                "component Button\nlayout:\n  button: \"small\"\n",
                "both.hjx",
                BOTH));
        page = chromium.browser().newPage();
        page.setDefaultTimeout(10_000);
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    private static String lines(String line) {
        return IntStream.range(0, NAMES).mapToObj(line::formatted).collect(Collectors.joining());
    }

    private static void open(String path, String state) {
        page.navigate(server.page(path, state, "{}", true));
        page.waitForCondition(() -> page.querySelector("html[data-ready]") != null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            {chosen: 3}                                                                | class of p
            {chosen: null}                                                             | ''
            {note: "x"}                                                                | title of div, added i
            {rows: structuredClone(rows)}                                              | ''
            {rows: rows.map((row) => row.id === 2 ? {...row, text: "new"} : row)}      | text of text
            {rows: rows.map((row) => ({...row, more: "new", text: row.text}))}         | \
            text of text, text of text, text of text, text of text, text of text, text of text
            {rows: rows.slice(0, 5)}                                                   | removed p
            {rows: rows.filter((row) => row.id !== 2)}                                 | removed p
            {rows: [...rows, {id: 9, text: "9"}]}                                      | added p
            {rows: [{id: 9, text: "9"}, ...rows]}                                      | added p
            """)
    void update_oneThing_touchesItAlone(String change, String expected) {
        open("table.hjx", ROWS);

        assertThat(page.evaluate(OBSERVED.formatted(change))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            {chosen: 3}                               | class of p, class of p
            {chosen: "3"}                             | class of p
            {chosen: 99, open: 2}                     | class of p, text of text, added b
            {chosen: {id: 3}}                         | class of p
            {rows: rows.slice(0, 5), chosen: 4}       | class of p, class of p, removed p, removed text, removed i
            {other: 1, chosen: 2}                     | class of p, class of p
            """)
    void update_nameComparedWithKeys_changesTheRowsThatItMeans(String change, String expected) {
        open("choice.hjx", ROWS);

        assertThat(page.evaluate(OBSERVED.formatted(change))).isEqualTo(expected);
    }

    @Test
    void update_nameComparedWithKeys_looksAtTwoRowsAlone() {
        open("choice.hjx", "{}");
        Object looks = page.evaluate("""
                () => {
                  let looks = 0;
                  const watched = (id) => ({ get: () => (looks++, id), enumerable: true });
                  const row = (id) => Object.defineProperty({ text: "t" }, "id", watched(id));
                  const rows = [...Array(1000).keys()].map(row);
                  mounted.update({ rows }, {}, 8);
                  return [5, 6, 2000, 7].map((chosen, version) => {
                    looks = 0;
                    mounted.update({ chosen }, {}, 9 + version);
                    return looks + " " + document.querySelectorAll(".chosen").length;
                  });
                }
                """);

        assertThat(looks).isEqualTo(List.of("2 1", "2 1", "1 0", "1 1"));
    }

    @Test
    void update_oneOfManyNames_evaluatesWhatReadsItAlone() {
        open("many.hjx", "{}");
        Object evaluated = page.evaluate("""
                () => {
                  const seen = [];
                  const value = (name, text) => ({ toJSON: () => (seen.push(name), text) });
                  const all = Object.fromEntries([...Array(100).keys()].map((i) => [`n${i}`, value(`n${i}`, "a")]));
                  mounted.update(all, {}, 8);
                  return ["n0", "n60", "n98", "n97", "n96"].map((name) => {
                    seen.length = 0;
                    mounted.update({ [name]: value(name, "b") }, {}, 9);
                    return seen.join(" ");
                  });
                }
                """);

        assertThat(evaluated).isEqualTo(List.of("n0", "n60", "n98 n98 n98 n98 n98", "n97 n97", "n96 n96"));
        assertThat(page.innerText("#t60")).isEqualTo("\"b\"");
        assertThat(page.innerText("section")).contains("\"b\"");
        assertThat(page.innerText("p:nth-of-type(4)")).isEqualTo("2 2 \"b\"");
    }

    @Test
    void update_itemsOfDeepLoops_areShownInThoseWithin() {
        open("deep.hjx", "{}");
        page.evaluate("() => mounted.update({ tree: { name: 'b', list: [1] } }, {}, 8)");

        assertThat(page.innerText("p")).isEqualTo("b 1 0");
    }

    @Test
    void update_rowsInAnyOrder_movesAsFewAsThereCanBe() {
        open("table.hjx", ROWS);
        Object wrong = page.evaluate("""
                () => {
                  let seed = 7;
                  const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
                  const longestRise = (ids) => {
                    const best = ids.map(() => 1);
                    ids.forEach((id, i) => ids.slice(0, i).forEach((other, j) => {
                      if (other < id) best[i] = Math.max(best[i], best[j] + 1);
                    }));
                    return Math.max(...best);
                  };
                  const observer = new MutationObserver(() => {});
                  observer.observe(document, { subtree: true, childList: true });
                  const wrong = [];
                  let { rows } = mounted.app.state;
                  for (let round = 0; round < 200; round++) {
                    const next = [...rows];
                    const swaps = round % 2 ? 1 : random(6);
                    for (let i = 0; i < swaps; i++) {
                      const [a, b] = [random(6), random(6)];
                      [next[a], next[b]] = [next[b], next[a]];
                    }
                    mounted.update({ rows: next }, {}, round);
                    const moves = observer.takeRecords().flatMap((record) => [...record.addedNodes]).length;
                    const fewest = next.length - longestRise(next.map((row) => rows.indexOf(row)));
                    const shown = [...document.querySelectorAll("p")].map((p) => p.firstChild.data).join(" ");
                    if (moves !== fewest) wrong.push(`${round}: ${moves} moves, not ${fewest}`);
                    if (shown !== next.map((row) => row.text).join(" ")) wrong.push(`${round}: ${shown}`);
                    rows = next;
                  }
                  return wrong;
                }
                """);

        assertThat(wrong).isEqualTo(List.of());
    }

    @Test
    void build_importsOfTheSameName_areToldApart() {
        page.navigate(server.page("both.hjx", "{}", "{}", false));
        page.waitForCondition(() -> page.querySelector("html[data-ready]") != null);

        assertThat(page.locator("button").allInnerTexts()).containsExactly("big", "small");
    }
}
