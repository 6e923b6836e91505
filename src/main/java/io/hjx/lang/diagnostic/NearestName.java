package io.hjx.lang.diagnostic;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The known name that somebody may have meant.
 *
 * <p>Near is an edit distance of at most 2, below five letters of at most 1. An edit inserts, drops or replaces a
 * character or swaps two neighbors (optimal string alignment; Damerau 1964).
 */
public final class NearestName {

    private static final int SHORT = 5;

    /** Longer names are nobody's typo, and comparing them would cost time. */
    private static final int LONGEST = 80;

    private NearestName() {}

    /** The nearest of the candidates that are near, the first of equally near ones, or null where none is. */
    public static @Nullable String of(String name, Collection<String> candidates) {
        if (name.length() > LONGEST) {
            return null;
        }
        int most = name.length() < SHORT ? 1 : 2;
        String nearest = null;
        for (String candidate : candidates) {
            int distance = Math.abs(candidate.length() - name.length()) > most ? most + 1 : distance(name, candidate);
            if (distance <= most) {
                nearest = candidate;
                most = distance - 1;
            }
        }
        return nearest;
    }

    /** The least number of edits between two names. */
    public static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
