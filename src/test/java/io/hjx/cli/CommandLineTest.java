package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void dev_portInUse_saysSoAndNothingElse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int code = run(Map.of(), "dev", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(err).hasToString(line("Port " + taken.getLocalPort() + " is already in use"));
            assertThat(code).isEqualTo(1);
        }
    }

    @Test
    void dev_portOfEnvironmentInUse_saysSo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            String port = String.valueOf(taken.getLocalPort());

            assertThat(run(Map.of("PORT", port), "dev")).isEqualTo(1);
            assertThat(err).hasToString(line("Port " + port + " is already in use"));
        }
    }

    @Test
    void dev_missingFile_namesTheOnesBesideIt() throws Exception {
        Files.createFile(folder.resolve("counter.hjx"));
        Path typed = folder.resolve("conter.hjx");

        assertThat(run(Map.of(), "dev", typed.toString())).isEqualTo(1);
        assertThat(err).hasToString(line("There is no file " + typed + "; beside it: counter.hjx"));
    }

    @Test
    void dev_fileOfEnvironmentMissing_saysSo() {
        Path missing = folder.resolve("nothing.hjx");

        assertThat(run(Map.of("COMPONENT", missing.toString()), "dev")).isEqualTo(1);
        assertThat(err).hasToString(line("There is no file " + missing));
    }

    @Test
    void dev_folder_isRefused() {
        assertThat(run(Map.of(), "dev", folder.toString())).isEqualTo(1);
        assertThat(err).hasToString(line(folder + " is a folder; name a .hjx file"));
    }

    @Test
    void dev_otherFile_isRefused() throws Exception {
        Path other = Files.createFile(folder.resolve("notes.txt"));

        assertThat(run(Map.of(), "dev", other.toString())).isEqualTo(1);
        assertThat(err).hasToString(line(other + " is not a component: its name does not end in .hjx"));
    }

    @Test
    void dev_notUtf8_isRefused() throws Exception {
        Path file = Files.write(folder.resolve("latin.hjx"), new byte[] {'c', (byte) 0xE4});

        assertThat(run(Map.of(), "dev", file.toString())).isEqualTo(1);
        assertThat(err).hasToString(line(file + " is not UTF-8 text; save it as UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "dev --nothing",
                "dev --port x",
                "dev --port 0",
                "dev --port 65536",
                "dev --host no.such.host.invalid",
                "dev --server --vanilla",
                "dev a.hjx b.hjx",
                "check",
                "check --nothing a.hjx",
                "parse",
                "parse a.hjx b.hjx"
            })
    void commands_wrongUsage_exitWith2(String arguments) {
        String[] typed = arguments.isEmpty() ? new String[0] : arguments.split(" ");

        assertThat(run(Map.of(), typed)).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: hjx").doesNotContain("\tat ");
    }

    private int run(Map<String, String> environment, String... arguments) {
        CommandLine commands = Main.commandLine(new Project(folder), environment);
        commands.setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
