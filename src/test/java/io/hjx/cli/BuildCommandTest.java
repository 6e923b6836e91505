package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BuildCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter printed = new StringWriter();

    private int run(String... arguments) {
        CommandLine commands = Main.commandLine(new Project(Path.of("").toAbsolutePath()), Map.of());
        commands.setOut(new PrintWriter(printed, true));
        commands.setErr(new PrintWriter(printed, true));
        return commands.execute(arguments);
    }

    private Path component(String text) throws IOException {
        return Files.writeString(folder.resolve("page.hjx"), text);
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> out.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void build_files_areWrittenAndNamed() throws IOException {
        Path file = component("layout:\n  view: \"Hello\"\n");
        Path out = folder.resolve("deep/out");

        assertThat(run("build", file.toString(), "--out", out.toString())).isZero();
        assertThat(names(out))
                .hasSize(4)
                .contains("app.css", "app.js", "index.html")
                .anySatisfy(name -> assertThat(name).matches("assets/[0-9a-f]{16}/icon.svg"));
        assertThat(printed.toString()).contains(out.resolve("app.js") + ": ", " kB", "Any static file server shows it");
        assertThat(out.resolve("index.html")).content().contains("Hello", "<title>Page</title>");
    }

    @Test
    void build_again_replacesItsOwnFilesAlone() throws IOException {
        Path file = component("layout:\n  view: \"First\"\n");
        Path out = folder.resolve("out");
        run("build", file.toString(), "--out", out.toString(), "--sourcemap");
        assertThat(out.resolve("app.js.map")).isRegularFile();
        assertThat(out.resolve("app.js")).content().endsWith("//# sourceMappingURL=app.js.map\n");
        Files.writeString(out.resolve("notes.txt"), "mine");
        component("layout:\n  view: \"Second\"\n");

        assertThat(run("build", file.toString(), "--out", out.toString())).isZero();
        assertThat(out.resolve("index.html")).content().contains("Second");
        assertThat(out.resolve("app.js.map")).doesNotExist();
        assertThat(out.resolve("notes.txt")).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "app.js", "app.css"})
    void build_intoAnotherPage_isRefused(String name) throws IOException {
        Path out = Files.createDirectories(folder.resolve("site"));
        Files.writeString(out.resolve(name), "somebody's");

        assertThat(run("build", component("layout:\n  view\n").toString(), "--out", out.toString()))
                .isEqualTo(1);
        assertThat(printed.toString()).contains("holds a page that `hjx build` did not write; name another folder");
        assertThat(out.resolve(name)).hasContent("somebody's");
        assertThat(names(out)).containsExactly(name);
    }

    @Test
    void build_whatNeedsAServer_saysAllOfItAndWritesNothing() throws IOException {
        Path file = component("""
                component Page
                scope user
                secret:
                  key = 1
                access:
                  view = authenticated
                script:
                  export function init() {}
                layout:
                  button (on click -> save): "Save"
                """);

        assertThat(run("build", file.toString(), "--out", folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(printed.toString())
                .contains("HJX6001", "HJX6002", "HJX6003", "HJX6004", "HJX6005")
                .contains("page.hjx:2:1");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void build_withErrors_showsThem() throws IOException {
        assertThat(run(
                        "build",
                        component("layout:\n  vieww\n").toString(),
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(1);
        assertThat(printed.toString()).contains("error[HJX", "page.hjx:2:3");
    }

    @Test
    void build_withoutOut_isWrongUsage() throws IOException {
        assertThat(run("build", component("layout:\n  view\n").toString())).isEqualTo(2);
        assertThat(printed.toString()).contains("--out");
    }

    @Test
    void build_intoAFile_isRefused() throws IOException {
        Path file = component("layout:\n  view\n");

        assertThat(run("build", file.toString(), "--out", file.toString())).isEqualTo(1);
        assertThat(printed.toString()).contains("is a file; name a folder");
    }

    @Test
    void dev_vanillaWithoutFile_saysSo() {
        assertThat(run("dev", "--vanilla")).isEqualTo(1);
        assertThat(printed.toString()).contains("Name the .hjx file that --vanilla is to show");
    }
}
