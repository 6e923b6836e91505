package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of bound input in Chromium, while somebody else changes what it is bound to. */
class BoundInputBrowserIT {

    private static final String ALL = """
            component All
            state:
              text = ""
              area = ""
              number = 1
              range = 10
              date = ""
              time = ""
              color = "#000000"
              email = ""
              search = ""
              password = ""
              yes = false
              pick = "a"
              one = "x"
              many = []
              off = false
            layout:
              form (on submit -> save):
                input#text (bind value <-> text, disabled: off)
                textarea#area (rows=3, bind value <-> area)
                input#number (type="number", step="any", bind value <-> number)
                input#range (type="range", min=0, max=100, bind value <-> range)
                input#date (type="date", bind value <-> date)
                input#time (type="time", bind value <-> time)
                input#color (type="color", bind value <-> color)
                input#email (type="email", bind value <-> email)
                input#search (type="search", bind value <-> search)
                input#password (type="password", bind value <-> password)
                checkbox#yes (bind checked <-> yes)
                input#a (type="radio", name="p", value="a", bind value <-> pick)
                input#b (type="radio", name="p", value="b", bind value <-> pick)
                input#c (type="radio", name="p", value="c", bind value <-> pick)
                select#one (bind value <-> one):
                  option: "x"
                  option: "y"
                  option: "z"
                select#many (multiple, size=4, bind value <-> many):
                  option: "x"
                  option: "y"
                  option: "z"
                button: "save"
            handlers:
              save:
                set text = ""
            """;

    private static final String ROWS = """
            component Rows
            state:
              rows = []
            layout:
              view#list (style="height: 100px; overflow-y: scroll; overflow-anchor: none"):
                for (row in rows key row.id):
                  view.row (style="height: 40px"):
                    "{{row.id}}"
                    input (bind value <-> row.text)
            """;

    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        served = new Served(Map.of("all.hjx", ALL, "rows.hjx", ROWS));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Page open() {
        return served.open("all.hjx", "{}");
    }

    private static Object value(String id) {
        return served.js(id + ".value");
    }

    // ---- what is typed

    @ParameterizedTest
    @CsvSource({
        "text, mine, theirs",
        "area, mine, theirs",
        "number, 12.5, 7",
        "date, 2026-11-21, 2024-02-29",
        "time, 08:15, 23:59",
        "email, me@example.org, you@example.org",
        "search, mine, theirs",
        "password, mine, theirs"
    })
    void update_ofWhatIsTyped_waitsUntilItIsLeft(String id, String mine, String theirs) {
        Page page = open();
        String update = id.equals("number") ? "{number: 7}" : "{" + id + ": '" + theirs + "'}";
        page.fill("#" + id, mine);
        served.answer(0);
        served.js("if (typeof " + id + ".selectionStart === 'number') " + id + ".setSelectionRange(1, 3, 'backward')");

        served.update(update);

        assertThat(value(id)).isEqualTo(mine);
        assertThat(served.js("[1, null].includes(" + id + ".selectionStart)")).isEqualTo(true);
        assertThat(served.js("[3, null].includes(" + id + ".selectionEnd)")).isEqualTo(true);
        assertThat(served.js("['backward', null].includes(" + id + ".selectionDirection)"))
                .isEqualTo(true);
        page.focus("button");
        assertThat(value(id)).isEqualTo(theirs);
        assertThat((List<?>) served.sent()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "text, theirs, theirs",
        "area, theirs, theirs",
        "number, 7, 7",
        "range, 55, 55",
        "date, 2024-02-29, 2024-02-29",
        "time, 23:59, 23:59",
        "color, #ff8800, #ff8800",
        "email, you@example.org, you@example.org",
        "search, theirs, theirs",
        "password, theirs, theirs",
        "one, y, y"
    })
    void update_ofWhatNobodyTypes_isShown(String id, String theirs, String shown) {
        open();
        served.update("{" + id + ": '" + theirs + "'}");
        assertThat(value(id)).isEqualTo(shown);
    }

    @Test
    void typing_whileBlurredOnTheWay_isNotOverwrittenUntilAnswered() {
        Page page = open();
        page.locator("#text").pressSequentially("ab");
        page.focus("button");
        served.update("{text: 'theirs'}");
        served.answer(0);
        assertThat(value("text")).isEqualTo("ab");
        assertThat(served.sent()).isEqualTo(List.of("a", "ab"));
        served.update("{text: 'ab'}");
        served.answer(1);
        assertThat(value("text")).isEqualTo("ab");
    }

    @Test
    void typing_refused_staysUntilItIsLeft() {
        Page page = open();
        page.fill("#text", "mine");
        served.refuse(0);
        assertThat(value("text")).isEqualTo("mine");
        page.focus("button");
        assertThat(value("text")).isEqualTo("");
    }

    @Test
    void textarea_focused_keepsSelectionAndScrollPosition() {
        Page page = open();
        served.js("window.lines = Array.from({length: 80}, (_, i) => 'line ' + i).join('\\n')");
        page.focus("#area");
        served.js("area.value = lines; area.dispatchEvent(new Event('input'))");
        served.answer(0);
        served.js("area.setSelectionRange(40, 60); area.scrollTop = 300");
        served.update("{area: 'theirs\\n' + lines}");
        assertThat(served.js("[area.selectionStart, area.selectionEnd, area.scrollTop]"))
                .isEqualTo(List.of(40, 60, 300));
        page.focus("button");
        assertThat((String) value("area")).startsWith("theirs\nline 0\n");
    }

    @Test
    void textarea_readByScrolling_keepsItsScrollPosition() {
        open();
        served.js("window.lines = Array.from({length: 80}, (_, i) => 'line ' + i).join('\\n')");
        served.update("{area: lines}");
        served.js("area.scrollTop = 300");
        served.update("{area: lines + '\\nmore'}");
        assertThat(served.js("area.scrollTop")).isEqualTo(300);
    }

    @Test
    void disabledWhileFocused_showsTheServersValue() {
        Page page = open();
        page.fill("#text", "mine");
        served.answer(0);
        served.update("{text: 'theirs'}");
        assertThat(value("text")).isEqualTo("mine");
        served.update("{off: true}");
        page.waitForCondition(() -> "theirs".equals(value("text")));
        served.update("{off: false}");
        page.fill("#text", "mine again");
        assertThat(served.sent()).isEqualTo(List.of("mine", "mine again"));
    }

    // ---- what is chosen

    @Test
    void slider_whileDragged_staysInTheHand() {
        Page page = open();
        BoundingBox box = page.locator("#range").boundingBox();
        page.mouse().move(box.x + box.width * 0.1, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.5, box.y + box.height / 2);
        Object mine = value("range");
        served.answer(0);
        served.update("{range: 90}");
        assertThat(value("range")).isEqualTo(mine);
        assertThat(mine).isNotIn("10", "90");
        page.mouse().up();
        page.waitForCondition(() -> ((List<?>) served.sent()).size() == 2 || "90".equals(value("range")));
        served.js("sent.slice(1).forEach(one => one.answer())");
        page.waitForCondition(() -> "90".equals(value("range")));
    }

    @Test
    void list_whilePressed_keepsTheChoice() {
        Page page = open();
        BoundingBox box = page.locator("#many option").nth(1).boundingBox();
        page.mouse().move(box.x + 4, box.y + box.height / 2);
        page.mouse().down();
        served.update("{many: ['z']}");
        page.mouse().up();
        page.waitForCondition(() -> !((List<?>) served.sent()).isEmpty());
        assertThat(served.sent()).isEqualTo(List.of(List.of("y")));
    }

    @Test
    void menu_whileOpen_keepsTheChoice() {
        Page page = open();
        page.focus("#one");
        page.keyboard().press("Alt+ArrowDown");
        page.waitForCondition(() -> Boolean.TRUE.equals(served.js("one.matches(':open')")));
        served.update("{one: 'z'}");
        assertThat(value("one")).isEqualTo("x");
        page.keyboard().press("Escape");
        page.focus("button");
        assertThat(value("one")).isEqualTo("z");
    }

    @Test
    void radios_chosenInTurn_showTheLastWhateverIsAnswered() {
        Page page = open();
        page.check("#b");
        page.check("#c");
        served.update("{pick: 'b'}");
        served.answer(0);
        assertThat(served.js("[a.checked, b.checked, c.checked]")).isEqualTo(List.of(false, false, true));
        served.update("{pick: 'c'}");
        served.answer(1);
        assertThat(served.js("[a.checked, b.checked, c.checked]")).isEqualTo(List.of(false, false, true));
    }

    @Test
    void choice_refused_goesBackToTheServers() {
        Page page = open();
        page.check("#b");
        page.check("#yes");
        page.selectOption("#one", "y");
        served.refuse(0);
        served.refuse(1);
        served.refuse(2);
        assertThat(served.js("[a.checked, b.checked, yes.checked, one.value]"))
                .isEqualTo(List.of(true, false, false, "x"));
    }

    @Test
    void choice_ofSomebodyElse_isShownWhileFocused() {
        Page page = open();
        page.focus("#yes");
        served.update("{yes: true, pick: 'c', many: ['x', 'z']}");
        assertThat(served.js("[yes.checked, c.checked, [...many.selectedOptions].map(one => one.value).join()]"))
                .isEqualTo(List.of(true, true, "x,z"));
    }

    // ---- lists

    @Test
    void list_rowsComeAndGo_keepsItsScrollOffset() {
        served.open("rows.hjx", rows(0, 20));
        served.js("document.querySelector('#list').scrollTop = 200");
        served.update(rows(-3, 20));
        assertThat(scrolled()).isEqualTo(200);
        served.update(rows(5, 20));
        assertThat(scrolled()).isEqualTo(200);
        served.update(rows(5, 15));
        assertThat(scrolled()).isEqualTo(200);
    }

    @Test
    void row_removedWhileTyping_sendsNothingMore() {
        Page page = served.open("rows.hjx", rows(0, 3));
        page.locator(".row input").nth(1).pressSequentially("ab");
        served.update(rows(2, 3));
        served.answer(0);
        assertThat(served.sent()).isEqualTo(List.of("a"));
        page.locator(".row input").first().pressSequentially("c");
        assertThat(served.sent()).isEqualTo(List.of("a", "c"));
        assertThat(served.js("sent[1].message.items")).isEqualTo(List.of(List.of("row", "2")));
    }

    private static Object scrolled() {
        return served.js("document.querySelector('#list').scrollTop");
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int id = from; id < to; id++) {
            rows.append(id == from ? "" : ",").append("{\"id\": ").append(id).append(", \"text\": \"\"}");
        }
        return "{\"rows\": [" + rows + "]}";
    }
}
