package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications use is documented, and the tool finds nothing wrong with that. */
class JavadocTest {

    private static final Path SOURCES = Path.of("src/main/java/io/hjx");

    /** The first sentence says what is needed; a tag that says it again is not asked for. */
    private static final Set<String> NOT_ASKED_FOR =
            Set.of("no @param for", "no @return", "no @throws for", "use of default constructor");

    @TempDir
    private Path pages;

    @ParameterizedTest
    @ValueSource(strings = {"api", "client", "test"})
    void javadoc_ofWhatApplicationsUse_warnsOfNothing(String room) throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst("javadoc").orElseThrow().run(out, out, arguments(room));

        assertThat(faults(said.toString())).isEmpty();
        assertThat(code).as("%s", said).isZero();
        assertThat(pages.resolve("index.html")).isNotEmptyFile();
    }

    private String[] arguments(String room) throws IOException {
        Stream<String> options = Stream.of(
                "-quiet",
                "-Xdoclint:all",
                "-Xmaxwarns",
                "10000",
                "-notimestamp",
                "-encoding",
                "UTF-8",
                "-classpath",
                System.getProperty("java.class.path"),
                "-d",
                pages.toString());
        try (Stream<Path> files = Files.list(SOURCES.resolve(room))) {
            return Stream.concat(options, files.map(Path::toString).filter(file -> file.endsWith(".java")))
                    .toArray(String[]::new);
        }
    }

    private static List<String> faults(String said) {
        return said.lines()
                .filter(line -> line.contains(": warning") || line.contains(": error"))
                .filter(line -> NOT_ASKED_FOR.stream().noneMatch(line::contains))
                .toList();
    }
}
