package io.hjx.lang.emit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names of bits that something depends on, as the module's constants. Confined to one emitter. */
final class Reads {

    private final Set<String> bits = new LinkedHashSet<>();

    void add(String bit) {
        bits.add(bit);
    }

    void addAll(Reads other) {
        bits.addAll(other.bits);
    }

    /** These without some. */
    Reads without(Collection<String> hidden) {
        Reads result = new Reads();
        result.addAll(this);
        result.bits.removeAll(hidden);
        return result;
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }

    boolean has(String bit) {
        return bits.contains(bit);
    }

    /** The bits as a number: {@code A | B}, 0 without any. */
    String mask() {
        return bits.isEmpty() ? "0" : String.join(" | ", bits);
    }

    /** What is true where one of the bits is dirty; without any, where everything is. */
    String condition() {
        if (bits.isEmpty()) {
            return "dirty === ALL";
        }
        return bits.size() == 1 ? "dirty & " + mask() : "dirty & (" + mask() + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reads reads && bits.equals(reads.bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }
}
