package io.hjx.registry;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that jars bring below {@value #FOLDER}, as they were when the application started. Immutable. */
public final class LibraryFiles implements ComponentFiles {

    /** Where a jar has its components and what lies beside them. */
    public static final String FOLDER = "META-INF/hjx/";

    private final Map<String, Brought> files;

    /** A file of a jar, or what keeps it from being one. */
    record Brought(String jar, Lookup file) {}

    LibraryFiles(Map<String, Brought> files) {
        this.files = Map.copyOf(files);
    }

    @Override
    public Map<String, String> list() {
        Map<String, String> found = new TreeMap<>();
        files.forEach((path, brought) -> {
            if (path.endsWith(".hjx") && brought.file() instanceof Found) {
                found.put(path, brought.jar());
            }
        });
        return found;
    }

    @Override
    public @Nullable String stamp(String path) {
        return read(path) instanceof Found ? library(path) : null;
    }

    @Override
    public Lookup read(String path) {
        Brought brought = files.get(path);
        return brought == null ? new Missing() : brought.file();
    }

    @Override
    public @Nullable String library(String path) {
        Brought brought = files.get(path);
        return brought == null ? null : brought.jar();
    }
}
