package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bound inputs in Chromium: what is typed is sent in order, and nothing overwrites it. */
class InputBrowserIT {

    private static Chromium chromium;
    private static ComponentServer server;
    private static Page page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        server = new ComponentServer(Layouts.SOURCES);
        page = chromium.browser().newPage();
        page.setDefaultTimeout(10_000);
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    private static void open(String path, String state) {
        page.navigate(server.page(path, state, "{}", true));
        page.waitForCondition(() -> page.querySelector("html[data-ready]") != null);
    }

    private static Object js(String expression) {
        return page.evaluate(expression);
    }

    private static Object sent() {
        return js("sent.map(one => one.message.value ?? one.message.kind)");
    }

    private static void answer(int number) {
        js("sent[" + number + "].answer()");
        js("new Promise(done => setTimeout(done))");
    }

    @Test
    void typing_whileOneIsOnTheWay_sendsTheLatestNext() {
        open("form.hjx", "{\"word\": \"\"}");
        page.locator("#word").pressSequentially("abc");
        assertThat(sent()).isEqualTo(List.of("a"));
        answer(0);
        assertThat(sent()).isEqualTo(List.of("a", "abc"));
        answer(1);
        assertThat(sent()).isEqualTo(List.of("a", "abc"));
        assertThat(js("[sent[1].message.kind, sent[1].message.site, sent[1].message.at, sent[1].message.items]"))
                .isEqualTo(List.of("bind", 1, List.of(), List.of()));
    }

    @Test
    void update_whileFocused_keepsTextAndCaretUntilLeft() {
        open("form.hjx", "{\"word\": \"\"}");
        page.locator("#word").pressSequentially("hello");
        answer(0);
        js("document.activeElement.setSelectionRange(1, 3)");
        js("mounted.update({word: 'theirs'}, {}, 8)");
        answer(1);
        assertThat(js("[document.activeElement.value, document.activeElement.selectionStart]"))
                .isEqualTo(List.of("hello", 1));
        page.focus("#n");
        assertThat(page.inputValue("#word")).isEqualTo("theirs");
    }

    @Test
    void submit_behindHeldValue_waitsForItAndItsAnswerMayEmptyTheField() {
        open("form.hjx", "{\"word\": \"\"}");
        page.locator("#word").pressSequentially("abc");
        page.press("#word", "Enter");
        assertThat(sent()).isEqualTo(List.of("a"));
        answer(0);
        assertThat(sent()).isEqualTo(List.of("a", "abc", "event"));
        js("mounted.update({word: 'abc'}, {}, 8)");
        answer(1);
        js("mounted.update({word: ''}, {}, 9)");
        assertThat(page.inputValue("#word")).isEqualTo("abc");
        answer(2);
        assertThat(page.inputValue("#word")).isEmpty();
    }

    @Test
    void submit_textRewrittenByTheHandler_keepsTheCaret() {
        open("form.hjx", "{\"word\": \"\"}");
        page.fill("#word", "abc");
        answer(0);
        js("mounted.update({word: 'abc'}, {}, 8)");
        page.press("#word", "ArrowLeft");
        page.press("#word", "Enter");
        js("mounted.update({word: 'ABC!'}, {}, 9)");
        answer(1);
        assertThat(js("[word.value, word.selectionStart, word.selectionEnd]")).isEqualTo(List.of("ABC!", 2, 2));
    }

    @Test
    void submit_typedOn_keepsWhatWasTypedSince() {
        open("form.hjx", "{\"word\": \"\"}");
        page.locator("#word").pressSequentially("a");
        answer(0);
        js("mounted.update({word: 'a'}, {}, 8)");
        page.press("#word", "Enter");
        page.locator("#word").pressSequentially("bc");
        page.press("#word", "ArrowLeft");
        assertThat(sent()).isEqualTo(List.of("a", "event"));
        js("mounted.update({word: ''}, {}, 9)");
        answer(1);
        assertThat(js("[word.value, word.selectionStart]")).isEqualTo(List.of("bc", 1));
        assertThat(sent()).isEqualTo(List.of("a", "event", "bc"));
        page.locator("#word").pressSequentially("-");
        js("mounted.update({word: 'bc'}, {}, 10)");
        answer(2);
        assertThat(page.inputValue("#word")).isEqualTo("b-c");
        assertThat(sent()).isEqualTo(List.of("a", "event", "bc", "b-c"));
    }

    @Test
    void submit_typedOnBehindHeldValue_sendsWhatWasThereAtTheTime() {
        open("form.hjx", "{\"word\": \"\"}");
        page.locator("#word").pressSequentially("Quick");
        page.press("#word", "Enter");
        page.locator("#word").pressSequentially("Next");
        answer(0);
        assertThat(sent()).isEqualTo(List.of("Q", "Quick", "event"));
        js("mounted.update({word: ''}, {}, 8)");
        answer(1);
        answer(2);
        assertThat(page.inputValue("#word")).isEqualTo("Next");
        assertThat(sent()).isEqualTo(List.of("Q", "Quick", "event", "Next"));
    }

    @Test
    void adopt_whatTheBrowserRemembers_givesWayToTheServers() {
        Page returning = chromium.browser().newPage();
        returning.addInitScript("document.addEventListener('readystatechange', () => { if (window.word && window.b) {"
                + " word.value = 'of an earlier visit'; b.checked = true; } }, { once: true })");
        returning.navigate(server.page("form.hjx", "{\"word\": \"ours\"}", "{}", true));
        returning.waitForSelector("html[data-ready]");
        assertThat(returning.evaluate("[word.value, a.checked, sent.length]")).isEqualTo(List.of("ours", true, 0));
        returning.close();
    }

    @Test
    void kinds_eachElement_sendsItsKindOfValue() {
        open("form.hjx", "{}");
        page.fill("#n", "4.5");
        page.fill("#n2", "7");
        page.check("#yes");
        page.check("#b");
        page.selectOption("#one", "y");
        page.selectOption("#many", new String[] {"x", "z"});
        page.fill("#area", "two\nlines");
        assertThat(sent())
                .isEqualTo(Arrays.asList(4.5, 7, true, "b", "y", new ArrayList<>(List.of("x", "z")), "two\nlines"));
        answer(0);
        page.fill("#n", "");
        assertThat(js("sent.at(-1).message.value")).isNull();
    }

    @Test
    void update_checkboxesAndSelects_showTheValueAlsoWhenFocused() {
        open("form.hjx", "{}");
        page.focus("#yes");
        js("mounted.update({yes: true, pick: 'b', one: 'y', many: ['x', 'z'], n: 3}, {}, 8)");
        assertThat(js("[yes.checked, a.checked, b.checked, one.value, [...many.selectedOptions].length, n.value]"))
                .isEqualTo(List.of(true, false, true, "y", 2, "3"));
    }

    @Test
    void bindThroughComponent_sendsTheChildsSiteAndPath() {
        open("components.hjx", "{\"word\": \"w\"}");
        page.fill("label:nth-of-type(2) input", "mine");
        page.fill("label:nth-of-type(1) input", "ours");
        assertThat(js("sent.map(({message: {site, at, value, local}}) => [site, at[0][1], value, local ?? ''])"))
                .isEqualTo(List.of(List.of(0, "", "mine", "draft"), List.of(0, "", "ours", "")));
        assertThat(js("sent[0].message.at.length")).isEqualTo(1);
    }

    @Test
    void bindThroughComponent_whileTyped_keepsTextUntilLeft() {
        open("components.hjx", "{\"word\": \"w\"}");
        page.fill("label:nth-of-type(1) input", "mine");
        answer(0);
        js("mounted.update({word: 'theirs'}, {}, 8)");
        assertThat(page.inputValue("label:nth-of-type(1) input")).isEqualTo("mine");
        page.focus("label:nth-of-type(2) input");
        assertThat(page.inputValue("label:nth-of-type(1) input")).isEqualTo("theirs");
    }

    @Test
    void componentsInLoop_reordered_keepTheirInputsAndWhatIsTyped() {
        open(
                "components.hjx",
                "{\"word\": \"w\", \"cards\": [{\"id\": \"k\", \"lines\": []}, {\"id\": \"l\", \"lines\": []}]}");
        page.focus(".card:nth-of-type(3) button");
        js("window.focused = document.activeElement");
        js("mounted.update({cards: [{id: 'l', lines: []}, {id: 'm', lines: []}, {id: 'k', lines: []}]}, {}, 8)");
        assertThat(js("document.activeElement === focused")).isEqualTo(true);
        assertThat(js("focused.closest('.card').querySelector('h2').textContent"))
                .isEqualTo("l!");
    }

    @Test
    void event_insideComponentInLoop_namesUseAndKey() {
        open("components.hjx", "{\"word\": \"w\", \"cards\": [{\"id\": \"k 1,/\", \"lines\": []}]}");
        page.click(".card:nth-of-type(2) button");
        assertThat(js("sent[0].message.at.map(([use, key]) => key)")).isEqualTo(List.of("k%201%2C%2F"));
        assertThat(js("sent[0].message.items")).isEqualTo(List.of());
    }
}
