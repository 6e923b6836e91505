package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An input method at work in Chromium: nothing that comes from the server ends what is being composed. */
class CompositionBrowserIT {

    private static Served served;
    private static CDPSession devtools;

    @BeforeAll
    static void start() throws IOException {
        served = new Served(Layouts.SOURCES);
        devtools = served.page().context().newCDPSession(served.page());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @BeforeEach
    void open() {
        served.open("form.hjx", "{\"word\": \"\", \"area\": \"\"}");
        served.js("window.ended = 0; document.addEventListener('compositionend', () => ended++)");
    }

    private static void compose(String text) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        devtools.send("Input.imeSetComposition", composition);
    }

    private static void commit(String text) {
        JsonObject insertion = new JsonObject();
        insertion.addProperty("text", text);
        devtools.send("Input.insertText", insertion);
    }

    private static List<Object> shown(String id) {
        return List.of(served.js(id + ".value"), served.js(id + ".selectionStart"), served.js("ended"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"word", "area"})
    void update_whileComposing_leavesTheComposition(String id) {
        served.page().focus("#" + id);
        compose("に");
        compose("にほ");
        served.answer(0);
        served.update("{" + id + ": 'theirs'}");
        served.answer(1);
        assertThat(shown(id)).isEqualTo(List.of("にほ", 2, 0));
        compose("にほん");
        commit("日本");
        assertThat(shown(id)).isEqualTo(List.of("日本", 2, 1));
    }

    @Test
    void composition_ended_sendsItsText() {
        served.page().focus("#word");
        compose("に");
        served.answer(0);
        commit("日");
        served.answer(1);
        assertThat(served.sent()).isEqualTo(List.of("に", "日"));
    }

    @Test
    void answerOfASubmission_whileComposingOn_takesTheSentTextOnceComposed() {
        served.page().locator("#word").pressSequentially("a");
        served.answer(0);
        served.update("{word: 'a'}");
        served.page().press("#word", "Enter");
        compose("に");
        served.update("{word: ''}");
        served.answer(1);
        assertThat(shown("word")).isEqualTo(List.of("aに", 2, 0));
        compose("にほ");
        commit("日");
        assertThat(shown("word")).isEqualTo(List.of("日", 1, 1));
        assertThat(served.sent()).isEqualTo(List.of("a", "event", "日"));
    }

    @Test
    void answerOfASubmission_compositionGivenUp_emptiesTheField() {
        served.page().locator("#word").pressSequentially("a");
        served.answer(0);
        served.update("{word: 'a'}");
        served.page().press("#word", "Enter");
        compose("に");
        served.update("{word: ''}");
        served.answer(1);
        compose("");
        assertThat(shown("word").get(0)).isEqualTo("");
    }
}
