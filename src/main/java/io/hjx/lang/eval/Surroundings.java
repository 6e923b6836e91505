package io.hjx.lang.eval;

/** What an evaluation may learn from the world outside, where it may at all. Implementations are thread-safe. */
public interface Surroundings {

    /** Milliseconds since 1970 in UTC: {@code Date.now()}. */
    long currentMillis();

    /** At least 0 and below 1: {@code Math.random()}. */
    double random();

    /** A random version 4 UUID: {@code uuid()}. */
    String uuid();
}
