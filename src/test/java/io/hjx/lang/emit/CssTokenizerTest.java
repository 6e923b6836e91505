package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CssTokenizerTest {
    @Test
    void tokenize_rule_yieldsEachToken() {
        assertThat(read("a.b{width:50%}"))
                .isEqualTo("IDENT[a] DELIM[.] IDENT[b] OPEN_CURLY[{]"
                        + " IDENT[width] COLON[:] PERCENTAGE[50%] CLOSE_CURLY[}]");
    }

    @Test
    void tokenize_numbers_knowsKinds() {
        assertThat(read("-1.5e3 +.5px 1e 2."))
                .isEqualTo("NUMBER[-1.5e3] WHITESPACE[ ] DIMENSION[+.5px]"
                        + " WHITESPACE[ ] DIMENSION[1e] WHITESPACE[ ] NUMBER[2] DELIM[.]");
    }

    @Test
    void tokenize_escapes_stayInNames() {
        assertThat(read(".md\\:flex #\\31 0 --x \\{"))
                .isEqualTo("DELIM[.] IDENT[md\\:flex] WHITESPACE[ ] HASH[#\\31 0]"
                        + " WHITESPACE[ ] IDENT[--x] WHITESPACE[ ] IDENT[\\{]");
    }

    @Test
    void tokenize_urls_quotedOnesAreFunctions() {
        assertThat(read("url( a.png ) url( 'b.png' ) u\\72l(c)"))
                .isEqualTo("URL[url( a.png )] WHITESPACE[ ] FUNCTION[url(] WHITESPACE[ ] STRING['b.png']"
                        + " WHITESPACE[ ] CLOSE_PAREN[)] WHITESPACE[ ] URL[u\\72l(c)]");
    }

    @Test
    void tokenize_comments_separate() {
        assertThat(read("a/* x */b")).isEqualTo("IDENT[a] IDENT[b]");
    }

    @Test
    void tokenize_cutOff_isBad() {
        assertThat(read("\"a\n")).startsWith("BAD_STRING[\"a]");
        assertThat(read("'a\\\nb'")).isEqualTo("STRING['a\\\nb']");
        assertThat(read("url(a b)")).isEqualTo("BAD_URL[url(a b)]");
        assertThat(read("url(a")).isEqualTo("BAD_URL[url(a]");
        assertThat(read("/* a")).isEqualTo("BAD_COMMENT[/* a]");
        assertThat(read("a\\")).isEqualTo("IDENT[a] DELIM[\\]");
    }

    @Test
    void tokenize_htmlComments_areTokens() {
        assertThat(read("<!--a-->")).isEqualTo("CDO[<!--] IDENT[a--] DELIM[>]");
        assertThat(read("<!-- -->")).isEqualTo("CDO[<!--] WHITESPACE[ ] CDC[-->]");
    }

    @Test
    void tokenize_anyText_coversEveryCharacterOnce() {
        String text = "a{}\\\"'()[]#@-- --> \u00e9\ud83d\ude00 @media 1% url(x)\u0000";
        List<CssToken> tokens = CssTokenizer.tokenize(text);
        int at = 0;
        for (CssToken token : tokens) {
            assertThat(token.start()).isEqualTo(at);
            assertThat(token.end()).isGreaterThan(at);
            at = token.end();
        }
        assertThat(at).isEqualTo(text.length());
    }

    @Test
    void decode_escapes_areResolved() {
        assertThat(CssName.decode("\\31 0")).isEqualTo("10");
        assertThat(CssName.decode("a\\\nb\\:c")).isEqualTo("ab:c");
        assertThat(CssName.decode("\\0 \\d800 \\110000 ")).isEqualTo("\ufffd\ufffd\ufffd");
        assertThat(CssName.decode("\\1F600")).isEqualTo("\ud83d\ude00");
    }

    private static String read(String css) {
        return CssTokenizer.tokenize(css).stream()
                .map(token -> token.kind() + "[" + css.substring(token.start(), token.end()) + "]")
                .collect(Collectors.joining(" "));
    }
}
