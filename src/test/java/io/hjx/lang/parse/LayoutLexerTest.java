package io.hjx.lang.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutLexerTest {

    private static final int LONG = 1 << 18;

    @Test
    void lines_indentation_makesTree() {
        assertThat(tree("a\n  b\n    c\n  d\ne\n")).isEqualTo("a(b(c) d) e");
    }

    @Test
    void lines_openBracket_goesOn() {
        assertThat(tree("a (\nb\n  c) d\n  e\n")).isEqualTo("a (\nb\n  c) d(e)");
    }

    @Test
    void lines_unclosedBracket_endsAtSibling() {
        assertThat(tree("a (b\n    c\n  )]\nd\n")).isEqualTo("a (b\n    c\n  )] d");
    }

    @Test
    void lines_crossedBrackets_endAtSibling() {
        assertThat(tree("a (b]\nc)\n")).isEqualTo("a (b] c)");
    }

    @Test
    void lines_bracketBeforeBlock_endsThere() {
        assertThat(tree("state:\n  a = [1,\nlayout:\n  b]\n")).isEqualTo("state:(a = [1,) layout:(b])");
    }

    @Test
    void lines_comment_isNoPartOfLine() {
        assertThat(tree("a # b (\n// c\nd// e\nf #\n")).isEqualTo("a d// e f");
    }

    @Test
    void lines_bracesInString_areTextWhereTheyDoNotClose() {
        assertThat(tree("a = \"{{\"\nb \"{{ \"x)\" }}\" c\n")).isEqualTo("a = \"{{\" b \"{{ \"x)\" }}\" c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(\n",
                "(",
                ")\n",
                "((]\n",
                "\"\n",
                "\"{{",
                "\"{{\n",
                "`${",
                "`\n",
                "a (\n  b\n",
                "a:\n (\n",
                "{{}}",
                "\\",
                "\n",
                " \n",
                "(\"\n",
                "a = [\n1,\n",
                "'{{'\"}}",
                "layout:\n(\n"
            })
    void lines_muchTrouble_takesLinearSteps(String piece) {
        LayoutLexer lexer =
                new LayoutLexer(new SourceFile("x.hjx", piece.repeat(LONG / piece.length())), new Diagnostics());
        lexer.lines();
        assertThat(lexer.steps()).isLessThan(16L * LONG);
    }

    private static String tree(String text) {
        SourceFile source = new SourceFile("x.hjx", text);
        return tree(source, new LayoutLexer(source, new Diagnostics()).lines());
    }

    private static String tree(SourceFile source, List<Line> lines) {
        return lines.stream()
                .map(line -> source.slice(line.span())
                        + (line.children().isEmpty() ? "" : "(" + tree(source, line.children()) + ")"))
                .collect(Collectors.joining(" "));
    }
}
