package io.hjx.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * What the person at the terminal sees while a server runs: lines of ours, and what is wanted of the server's log.
 * Confined to one thread.
 */
final class Terminal {

    private static final int REST_MILLIS = 100;

    private final PrintStream out;
    private final UnaryOperator<String> wanted;

    /** @param wanted what is shown of a piece of the log, in which a character is a byte */
    Terminal(PrintStream out, UnaryOperator<String> wanted) {
        this.out = out;
        this.wanted = wanted;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** Shows what is new in the log and wanted, then lets a moment pass. */
    void rest(ServerLog log) throws IOException {
        out.writeBytes(wanted.apply(log.readNew()).getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted", e);
        }
    }
}
