package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of their page are the files that {@code DocumentedExamplesBrowserIT} deploys and visits. */
class ExamplesPageTest {

    private static final String PACKAGE = "package io.hjx.documentation.examples;\n\n";

    /** One line of how an example is used, which its browser test writes in its own way. */
    private static final String USE = "var attic = new Thermometer(";

    @Test
    void examples_areTheFilesThatAreRun() throws IOException {
        Set<String> shown = CodeBlock.of(Path.of("docs/examples.md")).stream()
                .map(CodeBlock::text)
                .filter(text -> !text.startsWith(USE))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(run());
    }

    private static Set<String> run() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (Path file : files("src/test/java/io/hjx/documentation/examples")) {
            if (!file.endsWith("package-info.java")) {
                texts.add(Files.readString(file).substring(PACKAGE.length()));
            }
        }
        for (Path file : files("src/test/resources/examples")) {
            texts.add(Files.readString(file));
        }
        texts.add(Files.readString(Path.of("src/main/webapp/WEB-INF/components/SharedNote.hjx")));
        return texts;
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.toList();
        }
    }
}
