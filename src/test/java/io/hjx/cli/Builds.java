package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Runs {@code hjx build} as somebody types it. Stateless. */
public final class Builds {

    private Builds() {}

    /** Builds a component; what the command prints. */
    public static String build(Path file, Path out, String... options) {
        StringWriter printed = new StringWriter();
        CommandLine commands = Main.commandLine(new Project(Path.of("").toAbsolutePath()), Map.of());
        commands.setOut(new PrintWriter(printed, true));
        commands.setErr(new PrintWriter(printed, true));
        List<String> arguments = new ArrayList<>(List.of("build", file.toString(), "--out", out.toString()));
        arguments.addAll(List.of(options));
        assertThat(commands.execute(arguments.toArray(String[]::new)))
                .as(printed.toString())
                .isZero();
        return printed.toString();
    }
}
