package io.hjx.registry;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads what jars bring below {@value LibraryFiles#FOLDER}, one jar after the other; of two with the same path the
 * first has it. Confined to one thread.
 *
 * <p>All of it is kept in memory, up to {@value #MAX_TOTAL_BYTES} bytes: components are small, and an open jar could
 * not be replaced on every system.
 */
public final class LibraryReader {

    /** The most bytes of all jars together. */
    static final int MAX_TOTAL_BYTES = 32 << 20;

    private static final System.Logger LOG = System.getLogger(LibraryReader.class.getName());

    private final Map<String, LibraryFiles.Brought> files = new TreeMap<>();
    private int total;
    private boolean full;

    /**
     * Reads one jar. One that cannot be read is left out, and the log says so.
     *
     * @param jar the name to tell of it
     */
    public void read(String jar, Path file) {
        int before = files.size();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String path = path(entry);
                if (path != null) {
                    add(jar, path, zip, entry);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(WARNING, "The components of {0} cannot be read: {1}", jar, unreadable.getMessage());
        }
        LOG.log(files.size() == before ? DEBUG : INFO, "{0} brings {1} files", jar, files.size() - before);
    }

    /** What has been read. */
    public LibraryFiles files() {
        return new LibraryFiles(files);
    }

    /** The path below the folder; null for an entry that is no file there, or whose name leads elsewhere. */
    private static @Nullable String path(ZipEntry entry) {
        if (entry.isDirectory() || !entry.getName().startsWith(LibraryFiles.FOLDER)) {
            return null;
        }
        String path = entry.getName().substring(LibraryFiles.FOLDER.length());
        return path.equals(ImportLoader.resolve("", path)) ? path : null;
    }

    private void add(String jar, String path, ZipFile zip, ZipEntry entry) throws IOException {
        LibraryFiles.Brought first = files.get(path);
        if (first != null) {
            LOG.log(WARNING, "{0} of {1} is not used: {2} brings one, too", path, jar, first.jar());
            return;
        }
        ComponentFiles.Lookup file = content(path, zip, entry);
        int size = file instanceof ComponentFiles.Found found ? found.content().length : 0;
        if (files.size() >= ComponentFiles.MAX_FILES || total + size > MAX_TOTAL_BYTES) {
            sayFull(jar);
            return;
        }
        total += size;
        files.put(path, new LibraryFiles.Brought(jar, file));
    }

    private static ComponentFiles.Lookup content(String path, ZipFile zip, ZipEntry entry) throws IOException {
        int limit = ComponentFiles.limit(path);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(limit + 1);
            return bytes.length > limit ? new ComponentFiles.TooLarge() : new ComponentFiles.Found(path, bytes);
        }
    }

    private void sayFull(String jar) {
        if (!full) {
            full = true;
            LOG.log(
                    WARNING,
                    "The jars bring more than {0} files or {1} MiB below {2}; some of {3} are left out",
                    ComponentFiles.MAX_FILES,
                    MAX_TOTAL_BYTES >> 20,
                    LibraryFiles.FOLDER,
                    jar);
        }
    }
}
