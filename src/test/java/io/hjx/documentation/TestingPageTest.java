package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of the page on tests is {@link QueueTest}, which is compiled and run. */
class TestingPageTest {

    @Test
    void testing_example_isTheOneThatRuns() throws IOException {
        String example = CodeBlock.of(Path.of("docs/testing.md")).stream()
                .filter(block -> block.isIn("java"))
                .map(CodeBlock::text)
                .collect(Collectors.joining("\n"));
        String run = Files.readString(Path.of("src/test/java/io/hjx/documentation/QueueTest.java"));

        assertThat(run).isEqualTo("package io.hjx.documentation;\n\n" + example);
    }
}
