package io.hjx.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must not be left behind in the repository. */
class HygieneTest {

    private static final Path CORPUS = Path.of("src/test/resources/corpus");

    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", ".idea", ".vscode");

    private static final Pattern TEXT =
            Pattern.compile(".*\\.(java|js|css|hjx|xml|md|txt|yaml|yml|json|jsonl|properties|html|cmd|mjs|cjs)");

    @Test
    void tests_switchedOff_areNone() {
        assertThat(linesWith("@" + "Disabled|@" + "Ignore\\b|\\b(test|it|describe)\\.(skip|only)\\(", "src/test"))
                .isEmpty();
    }

    @Test
    void corpus_filterLeftBehind_isNone() {
        assertThat(linesWith("corpus\\.(filter|update)", "pom.xml", "hjx", ".ci"))
                .isEmpty();
        assertThat(linesWith("setProperty\\(\"corpus", "src/test/java")).isEmpty();
    }

    @Test
    void corpus_expectedFiles_haveAnInput() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("expected."))
                            .filter(file -> !hasInput(file.getParent())))
                    .isEmpty();
        }
    }

    private static boolean hasInput(Path corpusCase) {
        String[] files = corpusCase.toFile().list((folder, name) -> name.startsWith("input"));
        return files != null && files.length > 0;
    }

    @Test
    void machinePaths_areNone() {
        assertThat(linesWith("(?<![\\w./~-])/(root|home|Users|work|tmp)/\\w|[A-Z]:\\\\Users\\\\", "."))
                .isEmpty();
    }

    @Test
    void workLeftForLater_isNone() {
        assertThat(linesWith("(//|\\*|#|<!--)\\s*(TO" + "DO|FIX" + "ME)\\b", "."))
                .isEmpty();
    }

    private static List<String> linesWith(String pattern, String... places) {
        Pattern wanted = Pattern.compile(pattern);
        List<String> found = new ArrayList<>();
        for (String place : places) {
            for (Path file : textFiles(Path.of(place))) {
                lines(file).filter(line -> wanted.matcher(line).find()).forEach(line -> found.add(file + ": " + line));
            }
        }
        return found;
    }

    private static List<Path> textFiles(Path place) {
        if (!Files.exists(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(HygieneTest::isOurs)
                    .filter(Files::isRegularFile)
                    .filter(HygieneTest::isText)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXT.matcher(name).matches() || Set.of("hjx", "run").contains(name);
    }

    private static boolean isOurs(Path file) {
        for (Path part : file) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not UTF-8 text", e);
        }
    }
}
