package io.hjx.registry;

import io.hjx.lang.source.SourceFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where component files lie. Paths are relative to the component root, with forward slashes and without dots; no path
 * leads out of the root, also not through a symbolic link. Thread-safe.
 */
public interface ComponentFiles {

    /** The largest file that is read, in bytes. */
    int MAX_BYTES = 1 << 20;

    /** The most files that are looked at. */
    int MAX_FILES = 10_000;

    /** Every {@code .hjx} file with its stamp, which changes when the file does; in the order of their paths. */
    Map<String, String> list();

    /** The stamp of one file; null where it is missing, too large, or lies outside. */
    @Nullable String stamp(String path);

    /** Looks a file up. */
    Lookup read(String path);

    /** The outcome of looking a file up. */
    sealed interface Lookup {}

    record Found(SourceFile source) implements Lookup {}

    /** No such file, or none that can be read. */
    record Missing() implements Lookup {}

    /** The path leads out of the root. */
    record Outside() implements Lookup {}
}
