package io.hjx.lang.analyze;

import io.hjx.lang.source.SourceFile;

/** Finds the files that components import. Implementations bound what lies inside the component root. */
public interface SourceLoader {

    /**
     * The file that {@code path}, written in {@code importing}, means.
     *
     * @return what was found, or why nothing was
     */
    Result load(SourceFile importing, String path);

    /** The outcome of a look-up. */
    sealed interface Result {}

    /** The file; its path is relative to the component root, with forward slashes and without dots. */
    record Found(SourceFile source) implements Result {}

    /** No such file. */
    record Missing(String triedPath) implements Result {}

    /** The path leads out of the component root, also through a symbolic link. */
    record Outside(String triedPath) implements Result {}

    /** A loader for a component that imports nothing. */
    static SourceLoader none() {
        return (importing, path) -> new Missing(path);
    }
}
