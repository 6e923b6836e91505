package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlWriterTest {
    @Test
    void text_markup_isEscaped() {
        String html = new HtmlWriter()
                .element("p", "<b> & \"q\"", "title", "\"><script>'")
                .finish();

        assertThat(html).isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;'\">&lt;b&gt; &amp; \"q\"</p>");
    }

    @Test
    void json_endOfScript_cannotEndTheBlock() {
        String html = new HtmlWriter().json("{\"a\":\"</script><!--\u2028\"}").finish();

        assertThat(html)
                .isEqualTo("<script type=\"application/json\">{\"a\":\"\\u003c/script>\\u003c!--\\u2028\"}</script>");
    }

    @Test
    void begin_voidElement_needsNoEnd() {
        assertThat(new HtmlWriter().begin("br").finish()).isEqualTo("<br>");
    }

    @Test
    void finish_openElement_isABug() {
        assertThatThrownBy(() -> new HtmlWriter().begin("p").finish())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("not ended: [p]");
    }
}
