package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every component of the corpus and every example in Chromium: the server's HTML and the module's nodes are the same.
 */
class AdoptionBrowserIT {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Path EXAMPLES = Path.of("src/main/webapp/WEB-INF/components");

    /** Enough to see that the corpus was found. */
    private static final int LEAST = 60;

    private static Served served;

    @BeforeAll
    static void start() throws IOException {
        served = new Served(sources(CORPUS));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @TestFactory
    List<DynamicTest> adopt_corpusCase_touchesNoNode_andIsWhatTheModuleBuilds() throws IOException {
        List<DynamicTest> cases = Stream.concat(
                        sources(CORPUS).keySet().stream().filter(path -> path.endsWith("input.hjx")),
                        sources(EXAMPLES).keySet().stream())
                .filter(served::starts)
                .sorted()
                .map(path -> DynamicTest.dynamicTest(path, () -> agrees(path)))
                .toList();
        assertThat(cases).hasSizeGreaterThan(LEAST);
        return cases;
    }

    private static void agrees(String path) {
        served.open(path, "{}");
        Object adopted = served.js(Layouts.CONTENT);
        assertThat(served.js("mutations")).isEqualTo(List.of());
        assertThat(served.js("warnings.filter(line => line.includes('anew'))")).isEqualTo(List.of());

        served.build(path, "{}");
        assertThat(served.js(Layouts.CONTENT)).isEqualTo(adopted);
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".hjx"))
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString(), AdoptionBrowserIT::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
