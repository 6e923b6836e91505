package io.hjx.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.browser.MapState;
import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.ImportResolver;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.analyze.StaticPageCheck;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.emit.ContentHash;
import io.hjx.lang.emit.ProgramEmitter;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of the corpus: {@code input.hjx}, whatever else it needs, and its {@code expected.*} files. */
public record CorpusCase(Path folder) implements SourceLoader {

    public String name() {
        return folder.getFileName().toString();
    }

    /** The input under the path {@code input.hjx}. */
    public SourceFile source() {
        return new SourceFile("input.hjx", text("input.hjx"));
    }

    /** The text of a file of the folder, or the empty text where there is none. */
    public String text(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files that begin with {@code expected.}. */
    List<String> expectedFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.startsWith("expected."))
                    .sorted()
                    .toList();
        }
    }

    /** The tree of the input. */
    String ast() {
        return AstDump.of(Parser.parse(source(), new Diagnostics()));
    }

    /** What the parser says about the input or, where it has nothing to say, what the whole compiler does. */
    String diagnostics() {
        Diagnostics found = new Diagnostics();
        Parser.parse(source(), found);
        List<Diagnostic> all =
                found.list().isEmpty() ? HjxCompiler.compile(source(), this).diagnostics() : found.list();
        return name().startsWith("HJX6")
                ? staticDiagnostics()
                : DiagnosticRenderer.plain().render(all);
    }

    /** What keeps the input from being a page without a server. */
    String staticDiagnostics() {
        return DiagnosticRenderer.plain().render(StaticPageCheck.of(compiled().model()));
    }

    /** What the analyzer makes of the input. */
    String model() {
        return ModelDump.of(analyze(new Diagnostics()));
    }

    /** The module of the input. */
    String module() {
        return compiled().module();
    }

    /** What the input does, as a page without a server does it. */
    String program() {
        return ProgramEmitter.emit(compiled().model()).text();
    }

    /** The scoped style of the input. */
    String css() {
        return compiled().css();
    }

    /** The first HTML of the input with the shared values of {@code state.json}; a comment for each failed binding. */
    String html() {
        CompiledComponent component = compiled();
        String state = text("state.json");
        MapState values = new MapState((ObjectValue) Json.parse(state.isEmpty() ? "{}" : state), ObjectValue.EMPTY);
        component.program().recompute(null, values, Budget.standard());
        component.program().recomputeLocal(null, values, Budget.standard());
        StringBuilder failures = new StringBuilder();
        String html = component
                .html()
                .render(
                        component.program().frame(values, Budget.standard()),
                        Budget::standard,
                        (where, span, message) -> failures.append("\n<!-- ")
                                .append(where.source().position(span.start()))
                                .append(' ')
                                .append(message)
                                .append(" -->"));
        return html.replace("><", ">\n<") + failures + "\n";
    }

    private CompiledComponent compiled() {
        Compilation compilation = HjxCompiler.compile(source(), this);
        assertThat(compilation.component())
                .as(compilation.diagnostics().toString())
                .isNotNull();
        return compilation.component();
    }

    private ComponentModel analyze(Diagnostics found) {
        return new ImportResolver(this, Parser::parse, found).compile(source());
    }

    @Override
    public Result load(SourceFile importing, String path) {
        Path target = Path.of(path).normalize();
        if (target.startsWith("..")) {
            return new Outside(target.toString());
        }
        return Files.exists(folder.resolve(target))
                ? new Found(new SourceFile(target.toString(), text(target.toString())))
                : new Missing(target.toString());
    }

    @Override
    public AssetResult asset(SourceFile component, String path) {
        Path target = Path.of(path).normalize();
        if (target.startsWith("..")) {
            return new Outside(target.toString());
        }
        if (!Files.exists(folder.resolve(target))) {
            return new Missing(target.toString());
        }
        AssetFile file = new AssetFile(target.toString(), ContentHash.of(text(target.toString()), 6));
        return new Asset(file, "/assets/f/" + file.key());
    }
}
