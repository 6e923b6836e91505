package io.hjx.runtime.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a client has lately written into items of lists through inputs: these items, and those beside them, stand where
 * they stood. So what it did meanwhile, without having seen its own values come back, means the same items still.
 * Confined to the mailbox.
 */
final class ItemEdits {

    /** No more can be on their way. */
    private static final int MOST = Recollection.ANSWERS;

    /** Nothing for the many who never write so. */
    private List<Edit> edits = List.of();

    private record Edit(long version, Set<String> keys) {}

    /** Notes which keys the change to a version has written so. */
    void add(long version, Set<String> keys) {
        List<Edit> kept = new ArrayList<>(edits.subList(Math.max(0, edits.size() + 1 - MOST), edits.size()));
        kept.add(new Edit(version, keys));
        edits = List.copyOf(kept);
    }

    /** The keys that the change to a version has written so; none where it is another's, or of another kind. */
    Set<String> keys(long version) {
        for (Edit edit : edits) {
            if (edit.version() == version) {
                return edit.keys();
            }
        }
        return Set.of();
    }
}
