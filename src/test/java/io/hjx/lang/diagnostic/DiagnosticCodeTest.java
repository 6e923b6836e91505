package io.hjx.lang.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DiagnosticCodeTest {

    private static final Path PAGES = Path.of("docs/errors");
    private static final Path CASES = Path.of("src/test/resources/corpus/errors");

    /** The corpus shows what parsing reports; this one comes from analysis, whose tests show it. */
    private static final Set<DiagnosticCode> OTHERS = Set.of(DiagnosticCode.UNKNOWN_NAME);

    @TestFactory
    Stream<DynamicTest> page_everyCode_isThere() {
        return Arrays.stream(DiagnosticCode.values())
                .map(code -> DynamicTest.dynamicTest(
                        code.id() + " " + code,
                        () -> assertThat(Path.of(code.page()))
                                .isRegularFile()
                                .content()
                                .startsWith("# " + code.id() + ": ")));
    }

    @TestFactory
    Stream<DynamicTest> corpus_everyCode_hasCaseThatShowsIt() {
        return Arrays.stream(DiagnosticCode.values())
                .filter(code -> !OTHERS.contains(code))
                .map(code -> DynamicTest.dynamicTest(
                        code.id() + " " + code,
                        () -> assertThat(cases(code))
                                .as("cases corpus/errors/%s-…", code.id())
                                .anySatisfy(folder -> assertThat(folder.resolve("expected.diag"))
                                        .content()
                                        .contains("[" + code.id() + "]"))));
    }

    @Test
    void page_withoutCode_isOrphan() throws IOException {
        List<String> known = Arrays.stream(DiagnosticCode.values())
                .map(code -> code.id() + ".md")
                .toList();
        assertThat(names(PAGES)).filteredOn(name -> name.startsWith("HJX")).isSubsetOf(known);
    }

    @Test
    void id_everyCode_isUnique() {
        assertThat(DiagnosticCode.values()).extracting(DiagnosticCode::id).doesNotHaveDuplicates();
    }

    private static List<Path> cases(DiagnosticCode code) throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(code.id() + "-"))
                    .toList();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
