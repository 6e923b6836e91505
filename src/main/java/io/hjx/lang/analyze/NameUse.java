package io.hjx.lang.analyze;

import io.hjx.lang.source.Span;
import java.util.List;

/**
 * A place that names something.
 *
 * @param scope the names around the place
 * @param loops for a handler's statement the loops that it may be called from; else none
 */
record NameUse(String name, Span span, Kind kind, Scope scope, LoopNames loops) {

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
        this(name, span, kind, scope, LoopNames.NONE);
    }

    /** The entries that the name may mean: the innermost of the scope, else one of each loop's scope that has it. */
    List<Scope.Entry> entries() {
        Scope.Entry own = scope.find(name);
        return own != null ? List.of(own) : loops.entries(name);
    }
}
