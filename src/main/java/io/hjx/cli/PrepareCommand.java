package io.hjx.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Unpacks Payara Micro and archives its classes, which halves the time of every later start.
 *
 * <p>The launcher calls it after a build; nothing depends on it. The archive is a convenience of the HotSpot JVM: where
 * it does not come about, starts take longer, and that is all.
 */
@Command(name = "prepare", hidden = true, description = "Make later starts quick.")
final class PrepareCommand implements Callable<Integer> {

    /** The archive is written while the server stops. */
    private static final Duration WRITING = Duration.ofMinutes(3);

    private final Project project;

    PrepareCommand(Project project) {
        this.project = project;
    }

    @Override
    public Integer call() throws IOException {
        try (ServerFolder folder = ServerFolder.claim(project.servers())) {
            folder.makeReady(project.payaraMicro());
            if (!Files.exists(folder.archive())) {
                archive(folder);
            }
        }
        return 0;
    }

    private void archive(ServerFolder folder) throws IOException {
        Deployment deployment = new Deployment(project.war(), Port.anyFree(), project.components(), null);
        List<String> record =
                List.of("-XX:ArchiveClassesAtExit=" + folder.archive(), "-Xlog:cds=off", "-Xlog:cds*=off");
        try (PayaraMicro server = PayaraMicro.start(folder, deployment, record)) {
            new Startup(server, new Terminal(System.out, log -> "")).await(deployment.page());
            server.stop(WRITING);
        }
    }
}
