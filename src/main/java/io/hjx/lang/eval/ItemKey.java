package io.hjx.lang.eval;

/**
 * The item of one loop around a binding: {@code [name, key]} on the wire.
 *
 * @param name the loop's item name
 * @param key the item's key as text where the loop is keyed, else its position
 * @param positional true where the client sent a number, a position in a list without keys
 */
public record ItemKey(String name, String key, boolean positional) {}
