package io.hjx.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code hjx dev}: shows a component, or the gallery, and stays until it is stopped. Confined to one
 * thread.
 */
@Command(
        name = "dev",
        description = "Show a component in the browser, live; without FILE, the gallery of the examples.",
        sortOptions = false)
final class DevCommand implements Callable<Integer> {

    private final Project project;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The component, a .hjx file ($COMPONENT).")
    private @Nullable Path file;

    @Option(names = "--port", paramLabel = "N", description = "Where to listen ($PORT; 5173 without).")
    private int port = 5173;

    @Option(names = "--host", paramLabel = "HOST", description = "The address to listen at ($HOST; 127.0.0.1 without).")
    private String host = "127.0.0.1";

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the compiled module and style of FILE there.")
    private @Nullable Path out;

    @ArgGroup
    private @Nullable Mode mode;

    @Option(names = "--open", description = "Open the page in the browser.")
    private boolean open;

    // Every run starts with empty state as long as none is kept between runs
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--fresh", description = "Forget state that was kept from an earlier run.")
    private boolean fresh;

    @Option(names = "--verbose", description = "Print the whole log of the server.")
    private boolean verbose;

    // Read by picocli alone
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    DevCommand(Project project) {
        this.project = project;
    }

    /** Where the component runs; one of both at most. Confined to one thread. */
    private static final class Mode {

        // What happens without it, too
        @SuppressWarnings("UnusedVariable")
        @Option(names = "--server", description = "Run on the server; this is the default.")
        private boolean server;

        @Option(names = "--vanilla", description = "Run in the browser alone, without a server's state.")
        private boolean vanilla;
    }

    @Override
    public Integer call() throws IOException {
        if (mode != null && mode.vanilla) {
            serveStatic();
            return 0;
        }
        UnaryOperator<String> wanted =
                verbose ? UnaryOperator.identity() : new ApplicationLog(ZoneId.systemDefault())::pick;
        Terminal terminal = new Terminal(System.out, wanted);
        Deployment deployment = deployment();
        try (ServerFolder folder = ServerFolder.claim(project.servers())) {
            folder.makeReady(project.payaraMicro());
            terminal.say("Starting Payara Micro …");
            run(folder, deployment, terminal);
        }
        return 0;
    }

    private void serveStatic() throws IOException {
        if (file == null) {
            throw new CommandFailure("Name the .hjx file that --vanilla is to show");
        }
        if (out != null) {
            throw new CommandFailure("With --vanilla nothing is kept: `./hjx build FILE --out DIR` writes the page");
        }
        StaticSource source = new StaticSource(ComponentFile.of(file), project.browserRuntime());
        Port address = address();
        address.requireFree();
        Terminal terminal = new Terminal(System.out, UnaryOperator.identity());
        try (StaticServer server = StaticServer.start(source, address)) {
            terminal.say(server.page() + "\nCtrl-C stops it.");
            if (open) {
                Browser.open(server.page());
            }
            server.follow(terminal);
        }
    }

    private Deployment deployment() throws IOException {
        Path root = project.components();
        String name = null;
        if (file != null) {
            Component component = ComponentFile.of(file).compile(System.err);
            root = component.root();
            name = component.compiled().name();
            if (out != null) {
                new CompiledFiles(out).keep(component.compiled());
            }
        }
        Port address = address();
        address.requireFree();
        return new Deployment(project.war(), address, root, name);
    }

    private Port address() {
        try {
            return Port.of(host, port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }

    private void run(ServerFolder folder, Deployment deployment, Terminal terminal) throws IOException {
        List<String> archive = Files.exists(folder.archive())
                ? List.of("-XX:SharedArchiveFile=" + folder.archive(), "-Xlog:cds=off", "-Xlog:cds*=off")
                : List.of();
        try (PayaraMicro server = PayaraMicro.start(folder, deployment, archive)) {
            Startup startup = new Startup(server, terminal);
            startup.await(deployment.page());
            terminal.say(deployment.page() + "\nCtrl-C stops it.");
            if (open) {
                Browser.open(deployment.page());
            }
            throw startup.awaitEnd();
        }
    }
}
