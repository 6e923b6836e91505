package io.hjx.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The browser runtime's files under one hash of them all, so that the modules' relative imports of each other always
 * meet files of the same version. Immutable.
 *
 * <p>There are the modules as they were written, and a bundle: the same modules, minified, in a few files that have the
 * names of those which others import.
 */
public final class RuntimeFiles {

    private static final String READABLE = "/WEB-INF/hjx/";
    private static final String BUNDLED = "/WEB-INF/hjx/bundle/";

    private final String hash;
    private final Map<String, Asset> files;

    private RuntimeFiles(String hash, Map<String, Asset> files) {
        this.hash = hash;
        this.files = files;
    }

    /**
     * The files with these contents.
     *
     * @param contents by file name, without a folder; those that are neither {@code .js}, {@code .css} nor {@code .svg}
     *     are left out
     */
    public static RuntimeFiles of(Map<String, byte[]> contents) {
        SortedMap<String, Asset> files = new TreeMap<>();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        new TreeMap<>(contents).forEach((name, content) -> {
            String type = type(name);
            if (type != null) {
                all.writeBytes((name + "\n").getBytes(UTF_8));
                all.writeBytes(content);
                files.put(name, Asset.of(type, content));
            }
        });
        return new RuntimeFiles(Hash.of(all.toByteArray()), Map.copyOf(files));
    }

    /**
     * The files of the application, where the build puts them.
     *
     * @param readable whether they are wanted as they were written; else the bundle, where the build could make one
     */
    public static RuntimeFiles load(ServletContext application, boolean readable) throws IOException {
        Map<String, byte[]> bundle = readable ? Map.of() : contents(application, BUNDLED);
        return of(bundle.isEmpty() ? contents(application, READABLE) : bundle);
    }

    private static Map<String, byte[]> contents(ServletContext application, String folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        Set<String> paths = application.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            try (InputStream file = path.endsWith("/") ? null : application.getResourceAsStream(path)) {
                if (file != null) {
                    contents.put(path.substring(folder.length()), file.readAllBytes());
                }
            }
        }
        return contents;
    }

    private static @Nullable String type(String name) {
        if (name.endsWith(".js")) {
            return Asset.JAVASCRIPT;
        }
        if (name.endsWith(".svg")) {
            return Asset.SVG;
        }
        return name.endsWith(".css") ? Asset.CSS : null;
    }

    /** The hash that all files are served under. */
    public String hash() {
        return hash;
    }

    @Nullable Asset find(String name) {
        return files.get(name);
    }
}
