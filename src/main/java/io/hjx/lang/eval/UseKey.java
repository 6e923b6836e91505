package io.hjx.lang.eval;

/**
 * One step of the way to a child component: {@code [use, key]} on the wire.
 *
 * @param use the number of the use's element
 * @param key the loop keys around the use, each percent-encoded, with commas between; empty outside loops
 */
public record UseKey(int use, String key) {}
