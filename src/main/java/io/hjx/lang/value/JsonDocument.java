package io.hjx.lang.value;

/**
 * A JSON text that was read, and how large it is. Immutable.
 *
 * @param depth how deep its lists and objects nest, 0 where it is neither
 * @param width the most members that one of its objects, or items that one of its lists has
 */
public record JsonDocument(Value value, int depth, int width) {}
