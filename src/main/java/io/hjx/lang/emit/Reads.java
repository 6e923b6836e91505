package io.hjx.lang.emit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What something depends on: bits, as the module's constants, and names that have no bit of their own. Confined to one
 * emitter.
 */
final class Reads {

    private final Set<String> bits = new LinkedHashSet<>();
    private final Set<String> rest = new LinkedHashSet<>();
    /** Names by the bits that matter for nothing but a comparison with the key of the loop around. */
    private final Map<String, String> compared = new LinkedHashMap<>();

    void add(String bit) {
        bits.add(bit);
    }

    /** Adds a name that is compared with the key of the loop around. */
    void addCompared(String bit, String name) {
        compared.put(bit, name);
    }

    /** Adds a name of those that share {@link Bits#REST}. */
    void addRest(String name) {
        rest.add(name);
    }

    void addAll(Reads other) {
        bits.addAll(other.bits);
        rest.addAll(other.rest);
        compared.putAll(other.compared);
    }

    /** These without some bits; what is left is read around the loop, where no name is compared with its key. */
    Reads without(Collection<String> hidden) {
        Reads result = new Reads();
        result.bits.addAll(all());
        result.bits.removeAll(hidden);
        result.rest.addAll(rest);
        return result;
    }

    /** The names that nothing is done with but compare them with the key of the loop around. */
    List<String> compared() {
        return compared.entrySet().stream()
                .filter(entry -> !bits.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** What is read for anything else than these comparisons. */
    Reads others() {
        Reads result = new Reads();
        result.bits.addAll(bits);
        result.rest.addAll(rest);
        return result;
    }

    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>(bits);
        all.addAll(compared.keySet());
        return all;
    }

    boolean isEmpty() {
        return bits.isEmpty() && compared.isEmpty() && rest.isEmpty();
    }

    boolean has(String bit) {
        return bits.contains(bit);
    }

    boolean hasRest() {
        return !rest.isEmpty();
    }

    /** The bits as a number: {@code A | B}, 0 without any. */
    String mask() {
        Set<String> mask = all();
        if (!rest.isEmpty()) {
            mask.add(Bits.REST);
        }
        return mask.isEmpty() ? "0" : String.join(" | ", mask);
    }

    /** What is true where something of it is dirty; without anything, where everything is. */
    String condition() {
        if (isEmpty()) {
            return "dirty === ALL";
        }
        Set<String> own = all();
        String any = own.size() == 1 ? "dirty & " + own.iterator().next() : "dirty & (" + String.join(" | ", own) + ")";
        if (rest.isEmpty()) {
            return any;
        }
        String named = rest.stream().map(JsText::string).collect(Collectors.joining(", ", "rest(dirty, scope, ", ")"));
        return own.isEmpty() ? named : any + " || " + named;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reads reads && all().equals(reads.all()) && rest.equals(reads.rest);
    }

    @Override
    public int hashCode() {
        return all().hashCode() + 31 * rest.hashCode();
    }
}
