package io.hjx.cdi;

import io.hjx.registry.LibraryFiles;
import io.hjx.registry.LibraryReader;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;

/** Finds the jars of an application that may bring components. Stateless. */
final class WarLibraries {

    private static final System.Logger LOG = System.getLogger(WarLibraries.class.getName());
    private static final String FOLDER = "/WEB-INF/lib/";

    private WarLibraries() {}

    /** What the jars bring, in the order of their names. */
    static LibraryFiles files(ServletContext context) {
        LibraryReader reader = new LibraryReader();
        Set<String> paths = context.getResourcePaths(FOLDER);
        for (String path : paths == null ? Set.<String>of() : new TreeSet<>(paths)) {
            if (path.endsWith(".jar")) {
                read(reader, path, context);
            }
        }
        return reader.files();
    }

    private static void read(LibraryReader reader, String path, ServletContext context) {
        String jar = path.substring(FOLDER.length());
        String unpacked = context.getRealPath(path);
        try {
            if (unpacked != null && Files.isRegularFile(Path.of(unpacked))) {
                reader.read(jar, Path.of(unpacked));
            } else {
                readPacked(reader, jar, context.getResourceAsStream(path));
            }
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "The components of " + jar + " cannot be read", unreadable);
        }
    }

    /** The table of contents is at the end of a jar: a copy is quicker than reading all that is before it. */
    private static void readPacked(LibraryReader reader, String jar, InputStream packed) throws IOException {
        Path copy = Files.createTempFile("hjx-library", ".jar");
        try (packed) {
            Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
            reader.read(jar, copy);
        } finally {
            Files.delete(copy);
        }
    }
}
