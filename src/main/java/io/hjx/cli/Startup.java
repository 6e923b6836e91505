package io.hjx.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Waits until a starting server answers with its page, or says why it never will. Confined to one thread. */
final class Startup {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** A page that is not there this long after the server believed to be up will not come. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final int LOG_LINES = 25;

    private final PayaraMicro server;
    private final Terminal terminal;

    Startup(PayaraMicro server, Terminal terminal) {
        this.server = server;
        this.terminal = terminal;
    }

    /** Returns once the page answers with status 200. */
    void await(URI page) throws IOException {
        PageProbe probe = new PageProbe(page);
        Deadline deadline = Deadline.in(LIMIT);
        boolean started = false;
        for (int status = probe.status(); status != 200; status = probe.status()) {
            requireRunning();
            if (!started && server.isStarted()) {
                started = true;
                deadline = Deadline.in(GRACE);
            }
            if (deadline.hasPassed()) {
                throw failure("The page " + page + " answers with status " + status + ".");
            }
            terminal.rest(server.log());
        }
    }

    private void requireRunning() throws IOException {
        Optional<String> refusal = server.refusal();
        if (refusal.isPresent()) {
            throw new CommandFailure("The application could not be deployed: " + refusal.get());
        }
        if (!server.isAlive()) {
            throw failure("The server ended before the page answered.");
        }
    }

    /** Returns when the server has ended by itself, with its last words. */
    CommandFailure awaitEnd() throws IOException {
        while (server.isAlive()) {
            terminal.rest(server.log());
        }
        return failure("The server has ended.");
    }

    private CommandFailure failure(String what) throws IOException {
        List<String> words = server.log().last(LOG_LINES);
        return new CommandFailure(what + " The last lines of its log:\n\n" + String.join("\n", words));
    }
}
