package io.hjx.cli;

import java.io.IOException;
import java.io.PrintStream;

/**
 * What the person at the terminal sees while a server runs: lines of ours, and with {@code --verbose} the server's log.
 *
 * <p>Confined to one thread.
 */
final class Terminal {

    private static final int REST_MILLIS = 100;

    private final PrintStream out;
    private final boolean verbose;

    Terminal(PrintStream out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Shows what is new in the log where that is wanted, then lets a moment pass. */
    void rest(ServerLog log) throws IOException {
        if (verbose) {
            log.showNew(out);
        }
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted", e);
        }
    }
}
