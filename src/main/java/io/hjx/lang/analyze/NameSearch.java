package io.hjx.lang.analyze;

import io.hjx.lang.diagnostic.NearestName;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The search for names that somebody may have meant, with a bound for each file: in a huge file with many unknown names
 * the last ones get no hint. Confined to the compiling thread.
 */
final class NameSearch {

    /** How many pairs of names are compared for one file. */
    static final int MOST_COMPARISONS = 1_000_000;

    private int left = MOST_COMPARISONS;

    /** The nearest of the candidates, or null where none is near or the bound is reached. */
    @Nullable String near(String name, Collection<String> candidates) {
        if (candidates.size() > left) {
            return null;
        }
        left -= candidates.size();
        return NearestName.of(name, candidates);
    }
}
