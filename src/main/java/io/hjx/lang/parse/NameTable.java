package io.hjx.lang.parse;

import org.jspecify.annotations.Nullable;

/**
 * Cuts names out of a source, equal ones mostly as one string. Confined to the parsing thread.
 *
 * <p>A layout repeats few names often. One string for all of them is less to keep, and quick to look up: its hash is
 * known, and of a large tree it is what a processor's caches still hold. The table has {@value #SIZE} places; a name
 * whose place is taken takes it over.
 */
final class NameTable {

    private static final int SIZE = 1024;

    private final String text;
    private final @Nullable String[] names = new @Nullable String[SIZE];

    NameTable(String text) {
        this.text = text;
    }

    /** The characters from {@code start} up to {@code end}. */
    String name(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int place = (hash ^ (hash >>> 16)) & (SIZE - 1);
        String known = names[place];
        if (known != null && known.length() == end - start && text.startsWith(known, start)) {
            return known;
        }
        String name = text.substring(start, end);
        names[place] = name;
        return name;
    }
}
