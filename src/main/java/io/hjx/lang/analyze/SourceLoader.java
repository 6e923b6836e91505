package io.hjx.lang.analyze;

import io.hjx.lang.source.SourceFile;

/** Finds the files that components name. Implementations bound what lies inside the component root. */
public interface SourceLoader {

    /**
     * The component that {@code path}, written in {@code importing}, means.
     *
     * @return what was found, or why nothing was
     */
    Result load(SourceFile importing, String path);

    /**
     * The file beside components that {@code path}, written in {@code component}, means. There are none unless an
     * implementation says so.
     *
     * @return what was found, or why nothing was
     */
    default AssetResult asset(SourceFile component, String path) {
        return new Missing(path);
    }

    /** The outcome of a look-up of a component. */
    sealed interface Result {}

    /** The outcome of a look-up of a file beside components. */
    sealed interface AssetResult {}

    /** The file; its path is relative to the component root, with forward slashes and without dots. */
    record Found(SourceFile source) implements Result {}

    /** The file, and the address under which browsers get it. */
    record Asset(AssetFile file, String address) implements AssetResult {}

    /** No such file. */
    record Missing(String triedPath) implements Result, AssetResult {}

    /** The path leads out of the component root, also through a symbolic link. */
    record Outside(String triedPath) implements Result, AssetResult {}

    /** A file of more than {@link AssetFile#MAX_BYTES} bytes. */
    record TooLarge(String path) implements AssetResult {}

    /** A loader for a component that imports nothing. */
    static SourceLoader none() {
        return (importing, path) -> new Missing(path);
    }
}
