package io.hjx.cli;

import io.hjx.lang.ast.Node;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code hjx parse}: prints the tree of a file. Confined to one thread. */
@Command(
        name = "parse",
        description = "Print the syntax tree of a file as JSON; imports are not followed and names not checked.")
final class ParseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The component, a .hjx file ($COMPONENT).")
    private @Nullable Path file;

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
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        ComponentFile component = ComponentFile.of(Objects.requireNonNull(file));
        SourceFile source = component.shown(component.source());
        Diagnostics diagnostics = new Diagnostics();
        Node tree = Parser.parse(source, diagnostics);
        command.getOut().println(AstJson.write(source, tree));
        command.getErr().print(Coloring.renderer().render(diagnostics.list()));
        command.getErr().flush();
        return diagnostics.hasErrors() ? 1 : 0;
    }
}
