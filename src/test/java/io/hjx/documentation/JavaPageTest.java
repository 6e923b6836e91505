package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of the page on components in Java is {@link Bookings}, which is compiled. */
class JavaPageTest {

    @Test
    void java_example_isTheOneThatIsCompiled() throws IOException {
        String example = CodeBlock.of(Path.of("docs/java.md")).stream()
                .filter(block -> block.isIn("java"))
                .map(CodeBlock::text)
                .collect(Collectors.joining("\n"));
        String compiled = Files.readString(Path.of("src/test/java/io/hjx/documentation/Bookings.java"));

        assertThat(compiled).isEqualTo("package io.hjx.documentation;\n\n" + example);
    }
}
