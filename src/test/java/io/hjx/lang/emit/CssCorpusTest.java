package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.analyze.AssetResolver;
import io.hjx.lang.analyze.EveryAsset;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code corpus/style}: what {@code input.css} becomes in {@code expected.css}, or what is wrong with it
 * in {@code expected.diag}. {@code -Dcorpus.update=true} writes the expected files anew.
 */
class CssCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus/style");

    @TestFactory
    List<DynamicTest> style() throws IOException {
        try (Stream<Path> cases = Files.list(CORPUS)) {
            List<DynamicTest> tests = cases.filter(folder -> Files.exists(folder.resolve("input.css")))
                    .sorted()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)))
                    .toList();
            assertThat(tests).hasSizeGreaterThan(15);
            return tests;
        }
    }

    private static void check(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("input.css"));
        SourceFile source = new SourceFile("input.css", text);
        Diagnostics diagnostics = new Diagnostics();
        String css = CssScoper.scope(
                source,
                new Declaration.RawBlock(new Span(0, text.length()), text),
                "h-abc123",
                new AssetResolver(EveryAsset.only(), diagnostics),
                diagnostics);
        boolean failed = diagnostics.hasErrors();
        Path expected = folder.resolve(failed ? "expected.diag" : "expected.css");
        String actual = failed ? rendered(diagnostics) : css;
        if (Boolean.getBoolean("corpus.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(expected).as("what is expected of " + folder).exists();
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String rendered(Diagnostics diagnostics) {
        return diagnostics.list().stream().map(CssCorpusTest::line).collect(Collectors.joining());
    }

    private static String line(Diagnostic diagnostic) {
        return "%s %s: %s | %s | %s | %s\n"
                .formatted(
                        diagnostic.code().id(),
                        diagnostic.position(),
                        diagnostic.title(),
                        diagnostic.source().slice(diagnostic.span()).replace("\n", "\\n"),
                        diagnostic.label(),
                        diagnostic.help());
    }
}
