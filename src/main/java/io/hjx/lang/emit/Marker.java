package io.hjx.lang.emit;

import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;

/**
 * Says in emitted text which place of the source something was made from, until {@link MappedText} takes that out.
 *
 * <p>Marks travel with the text through whatever is done to it, so that no emitter counts lines and columns. They stand
 * between two noncharacters of Unicode, which emitted text itself holds as escapes only. Immutable.
 */
interface Marker {

    char OPEN = '\uFDD0';
    char CLOSE = '\uFDD1';

    /** Begins a mark that names a file. */
    char FILE = '@';

    /** Marks nothing. */
    Marker NONE = span -> "";

    /** Marks where places begin. */
    Marker PLACES = span -> OPEN + Integer.toString(span.start()) + CLOSE;

    /** What stands in front of the text that was made from a place. */
    String at(Span span);

    /** Says that the marks behind this one are of places in a file. */
    static String file(SourceFile source) {
        return OPEN + "" + FILE + source.path() + CLOSE;
    }

    /** A text without its marks. */
    static String strip(String text) {
        return text.indexOf(OPEN) < 0 ? text : text.replaceAll(OPEN + "[^" + CLOSE + "]*" + CLOSE, "");
    }
}
