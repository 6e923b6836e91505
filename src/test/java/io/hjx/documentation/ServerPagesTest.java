package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of the pages on channels and on the server are classes that are compiled. */
class ServerPagesTest {

    @Test
    void channels_example_isTheOneThatIsCompiled() throws IOException {
        assertThat(blocks("channels.md")).containsExactly(compiled("Ticker"));
    }

    @Test
    void server_examples_areThoseThatAreCompiled() throws IOException {
        assertThat(blocks("server.md")).containsExactly(compiled("Audience"), compiled("Dashboard"));
    }

    /** An application is told to take the server that is tested. */
    @Test
    void server_dependency_isTheOneOfTheBuild() throws IOException {
        String version = "<payara.version>6.2025.10</payara.version>";

        assertThat(Files.readString(Path.of("pom.xml"))).contains(version);
        assertThat(Files.readString(Path.of("docs/server.md"))).contains("<version>6.2025.10</version>");
    }

    private static List<String> blocks(String page) {
        return CodeBlock.of(Path.of("docs", page)).stream()
                .filter(block -> block.isIn("java"))
                .map(CodeBlock::text)
                .toList();
    }

    private static String compiled(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/hjx/documentation", name + ".java"));
        return source.substring("package io.hjx.documentation;\n\n".length());
    }
}
