package io.hjx.lang;

import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;

/** Compiles components: parse, analyze, emit. Immutable and thread-safe. */
public final class HjxCompiler {

    private HjxCompiler() {}

    /** Compiles a file together with what it imports; never throws for what a source contains. */
    public static Compilation compile(SourceFile source, SourceLoader loader) {
        throw new UnsupportedOperationException();
    }
}
