package io.hjx.lang.emit;

import io.hjx.lang.source.SourceFile;

/** The attribute that marks the elements of one component's layout, so that its style reaches no others. */
public final class ScopeName {

    private static final int DIGITS = 6;

    private ScopeName() {}

    /** The attribute's name: {@code h-} and six hexadecimal digits made from the source's path. */
    public static String of(SourceFile source) {
        return of(source.path());
    }

    /** The attribute's name for the component whose source has this path. */
    public static String of(String path) {
        return "h-" + ContentHash.of(path, DIGITS);
    }
}
