package io.hjx.registry;

import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.emit.ContentHash;
import io.hjx.lang.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where component files and the files beside them lie. Paths are relative to the component root, with forward slashes
 * and without dots; no path leads out of the root, also not through a symbolic link. Thread-safe.
 */
public interface ComponentFiles {

    /** The largest component file that is read, in bytes. */
    int MAX_BYTES = 1 << 20;

    /** The most component files that are looked at. */
    int MAX_FILES = 10_000;

    /**
     * Every {@code .hjx} file with its stamp, which changes when the file does. Of two whose components have one name,
     * the earlier one has it: the application's own files come before those of jars, and both in the order of their
     * paths.
     */
    Map<String, String> list();

    /** The stamp of one file; null where it is missing, too large, or lies outside. */
    @Nullable String stamp(String path);

    /** Looks a file up. */
    Lookup read(String path);

    /** The name of the jar that brings a file; null for one of the application's own, and for none. */
    default @Nullable String library(String path) {
        return null;
    }

    /** How many bytes a file may have. */
    static int limit(String path) {
        return path.endsWith(".hjx") ? MAX_BYTES : AssetFile.MAX_BYTES;
    }

    /** The outcome of looking a file up. */
    sealed interface Lookup {}

    /**
     * A file as it stands now.
     *
     * @param content not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(String path, byte[] content) implements Lookup {

        /** The content as a text. */
        SourceFile source() {
            return new SourceFile(path, new String(content, StandardCharsets.UTF_8));
        }

        /** The name of the content. */
        String hash() {
            return ContentHash.of(content, AssetFile.HASH_DIGITS);
        }
    }

    /** No such file, or none that can be read. */
    record Missing() implements Lookup {}

    /** A file of more bytes than {@link #limit} allows. */
    record TooLarge() implements Lookup {}

    /** The path leads out of the root. */
    record Outside() implements Lookup {}
}
