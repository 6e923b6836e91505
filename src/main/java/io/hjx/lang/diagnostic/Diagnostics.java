package io.hjx.lang.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The diagnostics of one compilation as they are found. Confined to the compiling thread.
 *
 * <p>Holds at most {@value #LIMIT} errors and as many warnings, so that these never hide an error; later errors are
 * counted, not kept.
 */
public final class Diagnostics {

    /** The most errors, and the most warnings, that one compilation reports. */
    public static final int LIMIT = 200;

    private final List<Diagnostic> found = new ArrayList<>();
    private int errors;
    private int warnings;

    public void add(Diagnostic diagnostic) {
        int before = diagnostic.severity() == Severity.ERROR ? errors++ : warnings++;
        if (before < LIMIT) {
            found.add(diagnostic);
        }
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    /** How many errors were found, those past the limit included. */
    public int errorCount() {
        return errors;
    }

    /** A copy by place; what stands at one place in the order in which it was found. For diagnostics of one source. */
    public List<Diagnostic> inSourceOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
                .toList();
    }

    /** A copy in the order in which they were found. */
    public List<Diagnostic> list() {
        return List.copyOf(found);
    }
}
