package io.hjx.lang.emit;

/**
 * The way along siblings, from the first on: a node that nothing needs is passed by. Confined to one
 * {@link BlockEmitter}.
 */
final class Walk {

    private final PartEmitter parts;
    private String base;
    private int steps;
    private boolean begun;

    /** @param first the expression that reads the first sibling */
    Walk(PartEmitter parts, String first) {
        this.parts = parts;
        this.base = first;
    }

    /** Takes the next sibling. */
    void step(Part part) {
        if (begun) {
            steps++;
        }
        begun = true;
        if (PartEmitter.changes(part)) {
            String end = parts.emit(part, cursor());
            base = end;
            steps = 0;
        }
    }

    private String cursor() {
        return base + ".nextSibling".repeat(steps);
    }

    /** The expression that reads the last sibling. */
    String lastNode() {
        return cursor();
    }
}
