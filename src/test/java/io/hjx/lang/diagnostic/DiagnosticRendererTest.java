package io.hjx.lang.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticRendererTest {

    private static Diagnostic diagnostic(String text, String marked) {
        int start = text.indexOf(marked);
        SourceFile source = new SourceFile("components/counter.hjx", text);
        return Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, source, new Span(start, start + marked.length()), marked);
    }

    private static String render(Diagnostic diagnostic) {
        return DiagnosticRenderer.plain().render(diagnostic);
    }

    @Test
    void render_labelAndHelp_wholeShape() {
        Diagnostic diagnostic = diagnostic("\n".repeat(11) + "    text \"Clicks: {conut}\"\n", "conut")
                .withLabel("not declared in `state` or `imports`")
                .withHelp("did you mean `count`? It is declared at 4:3.");
        assertThat(render(diagnostic)).isEqualTo("""
                error[HJX2001]: unknown name `conut`
                  --> components/counter.hjx:12:20
                   |
                12 |     text "Clicks: {conut}"
                   |                    ^^^^^ not declared in `state` or `imports`
                   |
                   = help: did you mean `count`? It is declared at 4:3.
                   = docs: docs/errors/HJX2001.md
                """);
    }

    @Test
    void render_tabs_areRepeatedBelow() {
        assertThat(render(diagnostic("a\tb\tx = 1", "x"))).contains("1 | a\tb\tx = 1\n  |  \t \t^\n");
    }

    /** The column counts code points, the caret stands below the cell: an emoji is one and takes two. */
    @ParameterizedTest
    @CsvSource({
        "'\uD83D\uDE00 x', 3, '   ^'",
        "'\u6F22\u5B57 x', 4, '     ^'",
        "'\uD55C x', 3, '   ^'",
        "'\uFF21 x', 3, '   ^'",
        "'\u30AB\u3099 x', 4, '   ^'",
        "'e\u0301 x', 4, '  ^'",
        "'\uD83D\uDC69\u200D\uD83D\uDCBB x', 5, '   ^'",
        "'\uD840\uDC00 x', 3, '   ^'",
        "'\u00E9\u2026 x', 4, '   ^'",
        "'\u6F22\tx', 3, '  \t^'"
    })
    void render_charactersBeforeTheSpan_takeTheirCells(String text, int column, String marked) {
        assertThat(render(diagnostic(text, "x")))
                .contains(":1:" + column + "\n")
                .contains("  | " + marked + "\n");
    }

    @ParameterizedTest
    @CsvSource({"'\u6F22\u5B57', ^^^^", "'\uD83D\uDE00', ^^", "'e\u0301', ^", "'a\u6F22b', ^^^^", "'\u0301', ^"})
    void render_span_hasACaretForEachCell(String marked, String carets) {
        assertThat(render(diagnostic("a " + marked + " b", marked))).contains("  |   " + carets + "\n");
    }

    @Test
    void render_spanOverLines_marksTheFirst() {
        assertThat(render(diagnostic("ab(\n  c)\n", "b(\n  c)"))).contains("1 | ab(\n  |  ^^\n");
    }

    @Test
    void render_controlCharacters_areReplaced() {
        assertThat(render(diagnostic("\u001B[31m x \u202E", "x"))).doesNotContain("\u001B", "\u202E");
    }

    @Test
    void render_controlCharactersInAFileName_areReplaced() {
        SourceFile source = new SourceFile("e\u001B[31mX.hjx", "x");
        assertThat(render(Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, source, Span.at(0), "x")))
                .doesNotContain("\u001B");
    }

    @Test
    void render_longLine_showsThePartAround() {
        String rendered = render(diagnostic("a".repeat(5000) + "x" + "b".repeat(5000), "x"));
        assertThat(rendered.lines()).allMatch(line -> line.length() < 200);
        assertThat(rendered).contains("…").contains(":1:5001\n");
    }

    @Test
    void render_colors_wrapTheText() {
        String colored = new DiagnosticRenderer(Palette.ANSI).render(diagnostic("x", "x"));
        assertThat(colored.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(render(diagnostic("x", "x")));
    }

    @Test
    void render_manyDiagnostics_countsTheRest() {
        List<Diagnostic> many = Collections.nCopies(25, diagnostic("x", "x"));
        assertThat(DiagnosticRenderer.plain().render(many))
                .endsWith("\nand 5 more\n")
                .contains("\n\nerror[");
    }

    @Test
    void render_manyWarnings_hideNoError() {
        Diagnostic warning =
                Diagnostic.of(DiagnosticCode.UNUSED_IMPORT, new SourceFile("a.hjx", "x"), new Span(0, 1), "x");
        List<Diagnostic> many = new ArrayList<>(Collections.nCopies(30, warning));
        many.add(diagnostic("x", "x"));
        assertThat(DiagnosticRenderer.plain().render(many))
                .startsWith("error[HJX2001]")
                .endsWith("\nand 11 more\n");
    }

    @Test
    void diagnostics_pastTheLimit_keepErrorsBesideWarnings() {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile("a.hjx", "x");
        for (int i = 0; i < Diagnostics.LIMIT + 5; i++) {
            diagnostics.add(Diagnostic.of(DiagnosticCode.UNUSED_IMPORT, source, new Span(0, 1), "x"));
        }
        assertThat(diagnostics.hasErrors()).isFalse();
        diagnostics.add(Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, source, new Span(0, 1), "x"));
        assertThat(diagnostics.hasErrors()).isTrue();
        assertThat(diagnostics.list()).hasSize(Diagnostics.LIMIT + 1);
    }

    @Test
    void json_everyMember_isEscaped() {
        Diagnostic diagnostic = diagnostic("\uD83D\uDE00 </x\"\n", "</x\"").withHelp("a\tb");
        assertThat(DiagnosticJson.write(List.of(diagnostic))).isEqualTo("""
                [
                {"code":"HJX2001","severity":"error","title":"unknown name `\\u003c/x\\"`","label":"",\
                "help":"a\\u0009b",\
                "path":"components/counter.hjx","line":1,"column":3,"endLine":1,"endColumn":7,\
                "docs":"docs/errors/HJX2001.md"}
                ]""");
        assertThat(DiagnosticJson.write(List.of())).isEqualTo("[]");
    }
}
