package io.hjx.cli;

import java.nio.file.Path;

/** The JDK that runs this process, for the processes that it starts. */
final class Java {

    private Java() {}

    /** The path of its {@code java}. */
    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits for a process to end and returns its exit code. */
    static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted", e);
        }
    }
}
