package io.hjx.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds every case of the corpus against its expected files.
 *
 * <p>{@code -Dcorpus.update=true} writes the expected files anew (look at the difference), {@code -Dcorpus.filter=loop}
 * runs the cases whose path holds {@code loop}. A new area is one more entry of {@link #AREAS}.
 */
class CorpusTest {

    private static final List<CorpusArea> AREAS = List.of(
            new CorpusArea("parse", Map.of("ast", CorpusCase::ast, "diag", CorpusCase::diagnostics)),
            new CorpusArea("analyze", Map.of("model", CorpusCase::model, "diag", CorpusCase::diagnostics)),
            new CorpusArea(
                    "emit",
                    Map.of(
                            "js", CorpusCase::module,
                            "html", CorpusCase::html,
                            "css", CorpusCase::css,
                            "diag", CorpusCase::diagnostics)),
            new CorpusArea("program", Map.of("js", CorpusCase::program, "diag", CorpusCase::staticDiagnostics)),
            new CorpusArea("errors", Map.of("diag", CorpusCase::diagnostics)));

    private static final boolean UPDATE = Boolean.getBoolean("corpus.update");
    private static final String FILTER = System.getProperty("corpus.filter", "");

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (CorpusArea area : AREAS) {
            for (CorpusCase one : area.cases(FILTER)) {
                tests.add(DynamicTest.dynamicTest(area.name() + "/" + one.name(), () -> check(area, one)));
            }
        }
        return tests;
    }

    private static void check(CorpusArea area, CorpusCase one) throws IOException {
        assertThat(one.folder().resolve("input.hjx")).exists();
        assertThat(area.outputs().keySet().stream().map(part -> "expected." + part))
                .as("expected files that the area `%s` knows", area.name())
                .containsAll(one.expectedFiles());
        for (var output : area.outputs().entrySet()) {
            String file = "expected." + output.getKey();
            String actual = output.getValue().apply(one);
            if (UPDATE) {
                write(one.folder().resolve(file), actual);
            }
            assertThat(actual).as(file).isEqualTo(one.text(file));
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (text.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            Files.writeString(file, text);
        }
    }
}
