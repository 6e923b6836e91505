package io.hjx.lang.analyze;

import io.hjx.lang.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place that names something.
 *
 * @param scope the names around the place
 * @param loops for a handler's statement the scopes of the loops that it may be called from; else empty
 */
record NameUse(String name, Span span, Kind kind, Scope scope, List<Scope> loops) {

    /** What the place does with the name. */
    enum Kind {
        /** Shows it. */
        LAYOUT,
        /** Ties an input or a child's name to it. */
        BIND,
        /** Hands it to a handler. */
        ARGUMENT,
        /** Derives another name from it. */
        COMPUTED,
        /** Reads it in a handler. */
        HANDLER,
        /** Sets it. */
        SET
    }

    NameUse(String name, Span span, Kind kind, Scope scope) {
        this(name, span, kind, scope, List.of());
    }

    /** The entries that the name may mean: the innermost of the scope, else one of each loop's scope that has it. */
    List<Scope.Entry> entries() {
        Scope.Entry own = scope.find(name);
        return own != null
                ? List.of(own)
                : loops.stream()
                        .flatMap(loop -> Stream.ofNullable(loop.find(name)))
                        .toList();
    }

    /** All names of parameters, variables and loops at the place. */
    Set<String> namesAround() {
        Set<String> names = new LinkedHashSet<>(scope.names());
        loops.forEach(loop -> names.addAll(loop.names()));
        return names;
    }
}
