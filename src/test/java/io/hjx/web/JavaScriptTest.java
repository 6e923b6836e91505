package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the browser runtime's own tests, {@code src/test/js/*.test.js}, with Node. */
class JavaScriptTest {
    private static final Path FOLDER = Path.of("src/test/js");

    @Test
    void browserRuntime_inNode_passes(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process node = start(output);
        boolean ended = node.waitFor(60, TimeUnit.SECONDS);
        node.destroyForcibly();

        assertThat(ended).as("the tests end within a minute").isTrue();
        assertThat(node.exitValue())
                .as(Files.readString(output, StandardCharsets.UTF_8))
                .isZero();
    }

    private static Process start(Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "--test", "--test-reporter=spec"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .forEach(command::add);
        }
        assertThat(command).as("files with tests").hasSizeGreaterThan(3);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            return fail("Node 20.19 or newer is missing: install the package `nodejs`", e);
        }
    }
}
