package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.EveryAsset;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.diagnostic.Severity;
import io.hjx.lang.eval.Builtin;
import io.hjx.lang.eval.Builtins;
import io.hjx.lang.parse.ExpressionParser;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.script.ScriptLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the examples of the pages to what the compiler says about them.
 *
 * <p>A block marked {@code hjx} is a file without errors, which may import other such blocks of its page. {@code hjx
 * layout}, or another block's name, marks what stands below that header; names need not be declared there. Behind
 * {@code error} stand all the codes that an example shows, behind {@code bean} the handlers that it has in Java. The
 * pages of the error codes show parts of files, good and bad ones, without a mark.
 */
class DocumentationTest {

    private static final Path ERROR_PAGES = Path.of("docs/errors");

    private static final Set<String> BLOCKS = Set.of(
            "imports", "state", "secret", "computed", "local", "access", "script", "layout", "style", "handlers");

    /** A part of a file does not know what is declared elsewhere in it. */
    private static final Set<DiagnosticCode> ELSEWHERE = Set.of(
            DiagnosticCode.UNKNOWN_NAME,
            DiagnosticCode.UNDECLARED_NAME,
            DiagnosticCode.UNKNOWN_HANDLER,
            DiagnosticCode.UNDECLARED_HANDLER);

    @TestFactory
    Stream<DynamicTest> hjx_everyExample_isAsMarked() throws IOException {
        return tests(
                "hjx",
                block -> !block.page().startsWith(ERROR_PAGES),
                block -> assertThat(codes(block)).isEqualTo(block.behind("error")));
    }

    @TestFactory
    Stream<DynamicTest> hjx_errorPages_compileToSomething() throws IOException {
        return tests(
                "hjx",
                block -> block.page().startsWith(ERROR_PAGES),
                block -> assertThatCode(() -> compile(block)).doesNotThrowAnyException());
    }

    @TestFactory
    Stream<DynamicTest> json_everyExample_isJson() throws IOException {
        return tests(
                "json",
                block -> true,
                block -> assertThat(Json.parse(block.text())).isNotNull());
    }

    @Test
    void language_functionsAndMethods_areAllThere() throws IOException {
        String page = Files.readString(Path.of("docs/language.md"));

        assertThat(Stream.of(
                                Builtins.functions().values(),
                                Builtins.stringMethods().values(),
                                Builtins.listMethods().values(),
                                Builtins.numberMethods().values())
                        .flatMap(Collection::stream)
                        .map(Builtin::name))
                .allSatisfy(name -> assertThat(page).containsPattern("`[^`]*\\b" + name + "\\b[^`]*`"));
        assertThat(Builtins.namespaces().values())
                .allSatisfy(space -> assertThat(
                                Stream.concat(space.functions().keySet().stream(), space.constants().keySet().stream()))
                        .allSatisfy(name -> assertThat(page)
                                .containsPattern("`[^`]*\\b" + space.name() + "\\.[^`]*\\b" + name + "\\b[^`]*`")));
    }

    @Test
    void language_limits_areThoseOfTheCode() throws IOException {
        RuntimeSettings.Traffic traffic = RuntimeSettings.standard().traffic();
        RuntimeSettings.State state = RuntimeSettings.standard().state();
        ScriptLimits script = ScriptLimits.STANDARD;

        assertThat(Files.readString(Path.of("docs/language.md")))
                .contains(limit("levels of one expression, `a + b + c` counts two", ExpressionParser.MAX_DEPTH, ""))
                .contains(limit("a file beside a component", AssetFile.MAX_BYTES >> 20, " MiB"))
                .contains(limit("diagnostics of one compilation", Diagnostics.LIMIT, ""))
                .contains(limit("levels of `JSON.parse`", Json.MAX_DEPTH, ""))
                .contains(limit("state of an instance, as JSON", state.sharedBytes() >> 20, " MiB"))
                .contains(limit("local state of one client", state.localBytes() >> 10, " KiB"))
                .contains(limit("broadcasts and emits of one handler", state.broadcasts(), ""))
                .contains(limit("events waiting for an instance", state.mailbox(), ""))
                .contains(limit("instances", state.instances(), ""))
                .contains(
                        limit("an instance without clients", state.sharedIdle().toHours(), " hours"))
                .contains("`scope session` " + state.sessionIdle().toMinutes() + " minutes")
                .contains(limit("events of one client", traffic.client().perSecond(), " a second"))
                .contains(String.format(
                        Locale.ROOT, "%,d at once", traffic.client().burst()))
                .contains(limit("events of one client without an answer yet", traffic.unacknowledged(), ""))
                .contains(limit("components that one connection subscribes to", traffic.subscriptions(), ""))
                .contains(limit("a frame of a client", traffic.frameBytes() >> 10, " KiB"))
                .contains(limit("`init` of a script", script.initTime().toSeconds(), " seconds"))
                .contains(limit("a turn of a script", script.turnTime().toSeconds(), " second"))
                .contains(limit("timers of a script", script.timers(), ""))
                .contains(limit("lines that a script logs", script.logLinesPerSecond(), " a second"))
                .contains(limit("a text in a script", script.stringLength(), " characters"));
    }

    private static String limit(String what, long most, String unit) {
        return String.format(Locale.ROOT, "| %s | %,d%s", what, most, unit);
    }

    private interface Check {
        void of(CodeBlock block) throws IOException;
    }

    private interface Choice {
        boolean takes(CodeBlock block);
    }

    private static Stream<DynamicTest> tests(String language, Choice choice, Check check) throws IOException {
        return blocks().stream()
                .filter(block -> block.isIn(language) && choice.takes(block))
                .map(block -> DynamicTest.dynamicTest(block.toString(), () -> check.of(block)));
    }

    private static List<CodeBlock> blocks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            Stream<Path> pages = files.filter(file -> file.toString().endsWith(".md"));
            return Stream.concat(Stream.of(Path.of("README.md")), pages.sorted())
                    .flatMap(page -> CodeBlock.of(page).stream())
                    .toList();
        }
    }

    /** The codes that count for an example, each once; its errors, and where codes are marked its warnings, too. */
    private static List<String> codes(CodeBlock block) {
        boolean part = part(block) != null;
        boolean marked = block.info().contains("error");
        List<Diagnostic> found = compile(block).stream()
                .filter(diagnostic -> marked || diagnostic.severity() == Severity.ERROR)
                .filter(diagnostic -> marked || !part || !ELSEWHERE.contains(diagnostic.code()))
                .toList();
        if (!marked) {
            assertThat(DiagnosticRenderer.plain().render(found)).isEmpty();
        }
        return found.stream()
                .map(diagnostic -> diagnostic.code().id())
                .distinct()
                .toList();
    }

    private static List<Diagnostic> compile(CodeBlock block) {
        SourceFile source = new SourceFile("Example.hjx", file(block));
        Set<String> inBeans = Set.copyOf(block.behind("bean"));
        return HjxCompiler.compile(source, loader(block), component -> inBeans).diagnostics();
    }

    private static String file(CodeBlock block) {
        String part = part(block);
        return part == null ? block.text() : part + ":\n" + block.text().indent(2);
    }

    private static String part(CodeBlock block) {
        return block.info().stream().filter(BLOCKS::contains).findFirst().orElse(null);
    }

    /** Finds {@code Card.hjx} in the block of the same page that begins with {@code component Card}. */
    private static EveryAsset loader(CodeBlock importing) {
        return (source, path) -> {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return CodeBlock.of(importing.page()).stream()
                    .filter(block -> block.text().startsWith("component " + name.replace(".hjx", "\n")))
                    .<SourceLoader.Result>map(block -> new SourceLoader.Found(new SourceFile(name, block.text())))
                    .findFirst()
                    .orElseGet(() -> new SourceLoader.Missing(name));
        };
    }
}
