package io.hjx.lang.parse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The blocks of a component, in the order in which help lists them. */
enum BlockKind {
    IMPORTS,
    STATE,
    SECRET,
    COMPUTED,
    LOCAL,
    ACCESS,
    SCRIPT,
    LAYOUT,
    STYLE,
    HANDLERS;

    static final List<String> WORDS =
            Arrays.stream(values()).map(BlockKind::word).toList();

    /** The block's name in a source, without the colon. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for the blocks whose text is another language's. */
    boolean raw() {
        return this == SCRIPT || this == STYLE;
    }

    static @Nullable BlockKind of(String word) {
        int index = WORDS.indexOf(word);
        return index < 0 ? null : values()[index];
    }

    /** The block whose header, and nothing else but a comment, stands on the physical line at {@code start}. */
    static @Nullable BlockKind headerAt(String text, int start, int limit) {
        int end = start;
        while (end < limit && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end == start || end - start > LONGEST) {
            return null;
        }
        int colon = Trivia.skip(text, end, limit);
        boolean alone = colon < limit && text.charAt(colon) == ':' && Trivia.skip(text, colon + 1, limit) == limit;
        return alone ? of(text.substring(start, end)) : null;
    }

    private static final int LONGEST = 16;
}
