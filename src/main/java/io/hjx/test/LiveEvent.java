package io.hjx.test;

import org.jspecify.annotations.Nullable;

/**
 * An event that a handler or a script has sent with {@code broadcast} or {@code emit}. Immutable.
 *
 * @param data as plain Java has it: a string, a number, a boolean, a list, a map, or null
 */
public record LiveEvent(String name, @Nullable Object data) {}
