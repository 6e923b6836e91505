package io.hjx.lang.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Huge components: whatever grows with the square of their size takes minutes here, and the rest a second. */
class AnalyzerScaleTest {

    private static final int MANY = 20_000;
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Diagnostics diagnostics = new Diagnostics();

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, MANY).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private ComponentModel analyze(String text) {
        SourceFile source = new SourceFile("huge.hjx", text);
        return assertTimeout(
                DEADLINE, () -> new ImportResolver(SourceLoader.none(), Parser::parse, diagnostics).compile(source));
    }

    @Test
    void analyze_manyNodesAndNames_isLinear() {
        ComponentModel model = analyze("state:\n" + lines(i -> "  name" + i + " = " + i) + "layout:\n  view:\n"
                + lines(i -> "    text#id" + i + " (title: name" + i + "): \"{{name" + i + "}}\""));
        assertThat(diagnostics.list()).isEmpty();
        assertThat(model.layoutReads()).hasSize(MANY);
    }

    @Test
    void analyze_longChainOfComputedNames_isOrdered() {
        ComponentModel model = analyze("state:\n  first = 1\ncomputed:\n"
                + lines(i -> "  c" + i + " = " + (i == MANY - 1 ? "first" : "c" + (i + 1)) + " + 1"));
        assertThat(diagnostics.list()).isEmpty();
        assertThat(model.computedOrder()).startsWith("c" + (MANY - 1)).endsWith("c0");
    }

    @Test
    void analyze_longChainOfCallsFromALoop_seesTheLoop() {
        ComponentModel model = analyze("state:\n  items = []\nlayout:\n  for (item in items):\n"
                + "    button (on click -> h" + (MANY - 1) + "): \"x\"\nhandlers:\n"
                + lines(i -> "  h" + i + ":\n" + (i == 0 ? "    set item.done = true" : "    call h" + (i - 1))));
        assertThat(diagnostics.list()).isEmpty();
        assertThat(model.handlers()).hasSize(MANY);
    }

    @Test
    void analyze_manyUnknownNames_endsSoon() {
        analyze("state:\n" + lines(i -> "  name" + i + "x = " + i) + "layout:\n  view:\n"
                + lines(i -> "    text: \"{{unknown" + i + "}} {{items" + i + ".lenght()}}\""));
        assertThat(diagnostics.list()).hasSize(Diagnostics.LIMIT);
        assertThat(diagnostics.list()).extracting(Diagnostic::title).contains("unknown name `unknown0`");
    }

    @Test
    void analyze_manyUnknownHandlers_endsSoon() {
        analyze("layout:\n  view:\n" + lines(i -> "    button (on click -> other" + i + "): \"x\"") + "handlers:\n"
                + lines(i -> "  handler" + i + ":\n    log 1"));
        assertThat(diagnostics.list()).hasSize(Diagnostics.LIMIT);
    }

    @Test
    void analyze_manyUnknownFields_endsSoon() {
        String fields = lines(i -> "    f" + i + "a: 1,");
        String reads = lines(i -> "    o.zzzzzzzzzzzz" + i + "q,");
        analyze("state:\n  o = {\n" + fields + "  }\ncomputed:\n  all = [\n" + reads
                + "  ]\nlayout:\n  p: \"{{all}}\"\n");
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void analyze_manyLoopsAroundOneHandler_isLinear() {
        ComponentModel model = analyze("state:\n  items = []\nlayout:\n  view:\n"
                + lines(i -> "    for (item" + i + " in items key item" + i + ".id):\n      for (one in items):\n"
                        + "        button (on click -> go): \"x\"")
                + "handlers:\n  go:\n"
                + lines(i -> "    set item" + i + ".done = items.length\n    set one.done = true"));
        assertThat(diagnostics.list()).isEmpty();
        assertThat(model.handlers()).hasSize(1);
    }

    @Test
    void analyze_manyLoopsAroundALongChainOfCalls_areSeenAtItsEnd() {
        ComponentModel model = analyze("state:\n  items = []\nlayout:\n  view:\n"
                + lines(i -> "    for (item" + i + " in items):\n      button (on click -> h" + (MANY - 1) + "): \"x\"")
                + "handlers:\n"
                + lines(i -> "  h" + i + ":\n"
                        + (i == 0 ? "    set item7.done = true\n    call h" + (MANY - 1) : "    call h" + (i - 1))));
        assertThat(diagnostics.list()).isEmpty();
        assertThat(model.handlers()).hasSize(MANY);
    }
}
