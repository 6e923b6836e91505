package io.hjx.script;

/** Lets a number of lines through a second, and says once in that second that there were more. Confined to the turn. */
final class LogThrottle {

    private static final long SECOND = 1_000_000_000L;

    private final int linesPerSecond;
    private long windowStart = System.nanoTime();
    private int lines;

    private final Runnable onMore;

    LogThrottle(int linesPerSecond, Runnable onMore) {
        this.linesPerSecond = linesPerSecond;
        this.onMore = onMore;
    }

    boolean permits() {
        long now = System.nanoTime();
        if (now - windowStart >= SECOND) {
            windowStart = now;
            lines = 0;
        }
        lines++;
        if (lines == linesPerSecond + 1) {
            onMore.run();
        }
        return lines <= linesPerSecond;
    }
}
