package io.hjx.cli;

import io.hjx.minify.Minifier;
import io.hjx.minify.Terser;
import io.hjx.vanilla.VanillaPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code hjx build}: writes a component as a page without a server. Confined to one thread. */
@Command(
        name = "build",
        description = "Write a component as a page that any static file server shows, with its state in the browser.",
        sortOptions = false)
final class BuildCommand implements Callable<Integer> {

    private final Project project;

    @Parameters(arity = "1", paramLabel = "FILE", description = "The component, a .hjx file ($COMPONENT).")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where index.html, app.css, app.js and the folder assets are written.")
    private @Nullable Path out;

    @Option(names = "--minify", description = "Make app.js small; takes some seconds.")
    private boolean minify;

    @Option(names = "--sourcemap", description = "Write app.js.map too, so that a debugger shows the .hjx files.")
    private boolean sourcemap;

    // Read by picocli alone
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    BuildCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws IOException {
        ComponentFile component = ComponentFile.of(Objects.requireNonNull(file));
        OutputFolder folder = OutputFolder.of(Objects.requireNonNull(out));
        VanillaPage page = new StaticSource(component, project.browserRuntime()).page();
        if (minify) {
            page = minified(page);
        }
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        folder.write(sourcemap ? page.mapped() : page).forEach(terminal::println);
        terminal.println("Any static file server shows it; it needs nothing else.");
        return 0;
    }

    private static VanillaPage minified(VanillaPage page) {
        try (Minifier minifier = new Terser()) {
            return page.minified(minifier);
        } catch (NoClassDefFoundError e) {
            throw new CommandFailure(
                    "--minify needs the JavaScript engine, and HJX was built without it: leave -Plean out", e);
        }
    }
}
