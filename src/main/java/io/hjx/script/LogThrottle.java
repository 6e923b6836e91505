package io.hjx.script;

/** Lets a number of lines through a second. Confined to the turn. */
final class LogThrottle {

    private static final long SECOND = 1_000_000_000L;

    private final int linesPerSecond;
    private long windowStart = System.nanoTime();
    private int lines;

    LogThrottle(int linesPerSecond) {
        this.linesPerSecond = linesPerSecond;
    }

    boolean permits() {
        long now = System.nanoTime();
        if (now - windowStart >= SECOND) {
            windowStart = now;
            lines = 0;
        }
        return ++lines <= linesPerSecond;
    }
}
