package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final String FINE = "layout:\n  p: \"x\"\n";
    private static final String BROKEN = "layout:\n  p: \"{{conut}}\"\n";
    private static final String DOUBTFUL = "layout:\n  input (bind value <-> text)\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void check_fineFile_countsIt() throws IOException {
        assertThat(check(file("Fine.hjx", FINE))).isZero();
        assertThat(out).hasToString("1 file, 0 errors, 0 warnings" + System.lineSeparator());
    }

    @Test
    void check_error_isShownWithItsPlace() throws IOException {
        Path broken = file("Broken.hjx", BROKEN);

        assertThat(check(broken)).isEqualTo(1);
        assertThat(out.toString())
                .startsWith("error[HJX2001]: unknown name `conut`\n --> " + slashes(broken) + ":2:9\n")
                .endsWith("\n\n1 file, 1 error, 0 warnings" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void check_warning_isNoFailure() throws IOException {
        assertThat(check(file("Doubtful.hjx", DOUBTFUL))).isZero();
        assertThat(out.toString()).startsWith("warning[HJX2004]").contains("1 file, 0 errors, 1 warning");
    }

    @Test
    void check_moreThanTwentyErrors_areAllShown() throws IOException {
        check(file("Many.hjx", "layout:\n" + "  p: \"{{conut}}\"\n".repeat(30)));

        assertThat(out.toString().lines().filter(line -> line.startsWith("error")))
                .hasSize(30);
    }

    @Test
    void check_folder_standsForAllBelow() throws IOException {
        file("a/b/Broken.hjx", BROKEN);
        file("a/Doubtful.hjx", DOUBTFUL);
        file("Fine.hjx", FINE);
        file("a/notes.txt", "no component");

        assertThat(check(folder)).isEqualTo(1);
        assertThat(out.toString()).contains("3 files, 1 error, 1 warning");
    }

    @Test
    void check_folder_isTheRootOfItsImports() throws IOException {
        file("a/Page.hjx", "imports:\n  Card from \"../Card.hjx\"\nlayout:\n  Card\n");
        file("Card.hjx", FINE);

        assertThat(check(folder)).as(out.toString()).isZero();
    }

    @Test
    void check_errorInImportedFile_isReportedOnce() throws IOException {
        Path one = file("One.hjx", "imports:\n  Card from \"./Card.hjx\"\nlayout:\n  Card\n");
        Path two = file("Two.hjx", "imports:\n  Card from \"./Card.hjx\"\nlayout:\n  Card\n");
        Path card = file("Card.hjx", BROKEN);

        assertThat(check(one, two, card)).isEqualTo(1);
        assertThat(out.toString()).containsOnlyOnce(slashes(card) + ":2:9").contains("3 files, 1 error, 0 warnings");
    }

    @Test
    void check_fileNamedTwice_countsOnce() throws IOException {
        Path fine = file("Fine.hjx", FINE);

        check(fine, folder);

        assertThat(out.toString()).startsWith("1 file,");
    }

    @Test
    void check_json_isOneArray() throws IOException {
        Path broken = file("Broken.hjx", BROKEN);

        assertThat(run("check", "--json", broken.toString())).isEqualTo(1);
        assertThat(((ListValue) Json.parse(out.toString())).size()).isEqualTo(1);
        assertThat(out.toString()).contains("\"path\":\"" + slashes(broken) + "\",\"line\":2,\"column\":9,");
    }

    @Test
    void check_jsonOfFineFile_isEmptyArray() throws IOException {
        assertThat(run("check", "--json", file("Fine.hjx", FINE).toString())).isZero();
        assertThat(out).hasToString("[]" + System.lineSeparator());
    }

    @Test
    void check_missingFile_saysSo() {
        Path missing = folder.resolve("Nothing.hjx");

        assertThat(check(missing)).isEqualTo(1);
        assertThat(err).hasToString("There is no file " + missing + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void check_folderWithoutComponents_saysSo() {
        assertThat(check(folder)).isEqualTo(1);
        assertThat(err).hasToString("There is no .hjx file below " + folder + System.lineSeparator());
    }

    @Test
    void parse_file_printsTree() throws IOException {
        assertThat(run("parse", file("Broken.hjx", BROKEN).toString())).isZero();
        assertThat(out.toString()).startsWith("{ \"kind\": \"ComponentFile\",").contains("\"text\": \"Broken\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void parse_errors_goToStandardError() throws IOException {
        Path broken = file("Broken.hjx", "layout:\n  p \"x\"\n  p: \"y\"\n");

        assertThat(run("parse", broken.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("error[HJX1001]").contains(slashes(broken) + ":2:5");
        assertThat(Json.parse(out.toString())).isNotNull();
        assertThat(out.toString()).contains("\"text\": \"y\"");
    }

    @Test
    void parse_missingFile_saysSo() {
        assertThat(run("parse", folder.resolve("Nothing.hjx").toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no file ");
        assertThat(out.toString()).isEmpty();
    }

    private int check(Path... files) {
        String[] arguments = new String[files.length + 1];
        arguments[0] = "check";
        for (int i = 0; i < files.length; i++) {
            arguments[i + 1] = files[i].toString();
        }
        return run(arguments);
    }

    private int run(String... arguments) {
        CommandLine commands = Main.commandLine(new Project(folder), Map.of());
        commands.setOut(new PrintWriter(out, true));
        commands.setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
