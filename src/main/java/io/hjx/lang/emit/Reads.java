package io.hjx.lang.emit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What something depends on: bits, as the module's constants, and names that have no bit of their own. Confined to one
 * emitter.
 */
final class Reads {

    private final Set<String> bits = new LinkedHashSet<>();
    private final Set<String> rest = new LinkedHashSet<>();

    void add(String bit) {
        bits.add(bit);
    }

    /** Adds a name of those that share {@link Bits#REST}. */
    void addRest(String name) {
        rest.add(name);
    }

    void addAll(Reads other) {
        bits.addAll(other.bits);
        rest.addAll(other.rest);
    }

    /** These without some bits. */
    Reads without(Collection<String> hidden) {
        Reads result = new Reads();
        result.addAll(this);
        result.bits.removeAll(hidden);
        return result;
    }

    boolean isEmpty() {
        return bits.isEmpty() && rest.isEmpty();
    }

    boolean has(String bit) {
        return bits.contains(bit);
    }

    boolean hasRest() {
        return !rest.isEmpty();
    }

    /** The bits as a number: {@code A | B}, 0 without any. */
    String mask() {
        String own = String.join(" | ", bits);
        if (rest.isEmpty()) {
            return bits.isEmpty() ? "0" : own;
        }
        return bits.isEmpty() ? Bits.REST : own + " | " + Bits.REST;
    }

    /** What is true where something of it is dirty; without anything, where everything is. */
    String condition() {
        if (isEmpty()) {
            return "dirty === ALL";
        }
        String own =
                bits.size() == 1 ? "dirty & " + bits.iterator().next() : "dirty & (" + String.join(" | ", bits) + ")";
        if (rest.isEmpty()) {
            return own;
        }
        String named = rest.stream().map(JsText::string).collect(Collectors.joining(", ", "rest(dirty, scope, ", ")"));
        return bits.isEmpty() ? named : own + " || " + named;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reads reads && bits.equals(reads.bits) && rest.equals(reads.rest);
    }

    @Override
    public int hashCode() {
        return bits.hashCode() + 31 * rest.hashCode();
    }
}
