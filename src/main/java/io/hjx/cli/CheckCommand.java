package io.hjx.cli;

import io.hjx.lang.diagnostic.DiagnosticJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code hjx check}: prints what the compiler has to say about files. Confined to one thread. */
@Command(
        name = "check",
        description = "Compile files with their imports and print every error and warning.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "A .hjx file, or a folder for all those below it ($COMPONENT).")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "Print a JSON array for tools, see docs/diagnostics.md.")
    private boolean json;

    // Read by picocli alone
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CheckReport report = CheckReport.of(files());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? DiagnosticJson.write(report.diagnostics()) : report.render(Coloring.renderer()));
        return report.hasErrors() ? 1 : 0;
    }

    /** Each file once, however often it was named. */
    private Collection<ComponentFile> files() throws IOException {
        Map<Path, ComponentFile> files = new LinkedHashMap<>();
        for (Path path : paths) {
            List<ComponentFile> named =
                    Files.isDirectory(path) ? ComponentFile.below(path) : List.of(ComponentFile.of(path));
            named.forEach(file -> files.putIfAbsent(file.path(), file));
        }
        return files.values();
    }
}
