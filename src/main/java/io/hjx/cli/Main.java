package io.hjx.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/** The entry point of the command line: exit code 0 for success, 1 for an error or failure, 2 for wrong usage. */
public final class Main {

    /** The system property by which the launcher script says where the project lies. */
    static final String HOME = "hjx.home";

    private Main() {}

    /**
     * Runs one command and exits with its code.
     *
     * @param arguments as typed behind {@code ./hjx}
     */
    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
        CommandLine commands = commandLine(new Project(home), System.getenv());
        // JSON is UTF-8 wherever it goes
        commands.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
        System.exit(commands.execute(arguments));
    }

    /** The commands of a project, with the defaults that the environment gives. */
    static CommandLine commandLine(Project project, Map<String, String> environment) {
        CommandLine commands = new CommandLine(new HjxCommand(), new Commands(project));
        commands.setDefaultValueProvider(new EnvironmentDefaults(environment));
        commands.setExecutionExceptionHandler(new FailureHandler());
        return commands;
    }
}
