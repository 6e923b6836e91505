package io.hjx.minify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinifiedFolderTest {

    @Test
    void write_modules_alone(@TempDir Path folder) throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        Files.writeString(from.resolve("a.js"), "a");
        Files.writeString(from.resolve("b.css"), "b");

        MinifiedFolder.write(new Shouting(), from, folder.resolve("to"));

        assertThat(folder.resolve("to/a.js")).hasContent("A");
        assertThat(folder.resolve("to/b.css")).doesNotExist();
    }

    /** What a text becomes can be seen. */
    private static final class Shouting implements Minifier {
        @Override
        public Minified minify(String module) {
            return new Minified(module.toUpperCase(java.util.Locale.ROOT), List.of());
        }

        @Override
        public void close() {}
    }
}
