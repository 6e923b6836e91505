package io.hjx.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files in a directory of the file system. Immutable; the files may change at any time. */
public final class DirectoryFiles implements ComponentFiles {

    private static final System.Logger LOG = System.getLogger(DirectoryFiles.class.getName());
    private static final int MAX_DEPTH = 16;

    private final Path root;

    /** @param root an existing directory; symbolic links on the way to it are followed once, here */
    public DirectoryFiles(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    @Override
    public Map<String, String> list() {
        Map<String, String> found = new TreeMap<>();
        // Links to directories are not followed: the walk stays inside and always ends
        try (Stream<Path> files = Files.walk(root, MAX_DEPTH)) {
            files.filter(file -> file.toString().endsWith(".hjx"))
                    .limit(MAX_FILES)
                    .forEach(file -> add(found, name(file)));
        } catch (IOException | UncheckedIOException failure) {
            LOG.log(System.Logger.Level.WARNING, "The components in " + root + " cannot be listed", failure);
        }
        return found;
    }

    private void add(Map<String, String> found, String path) {
        String stamp = stamp(path);
        if (stamp != null) {
            found.put(path, stamp);
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public @Nullable String stamp(String path) {
        Path file = inside(path);
        if (file == null) {
            return null;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            boolean usable = attributes.isRegularFile() && attributes.size() <= ComponentFiles.limit(path);
            return usable ? attributes.lastModifiedTime() + "/" + attributes.size() : null;
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public Lookup read(String path) {
        Path asked = resolve(path);
        if (asked == null || !asked.startsWith(root)) {
            return new Outside();
        }
        if (!Files.isRegularFile(asked)) {
            return new Missing();
        }
        Path file = inside(path);
        return file == null ? new Outside() : content(name(asked), file);
    }

    private static Lookup content(String path, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int limit = ComponentFiles.limit(path);
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                LOG.log(System.Logger.Level.WARNING, "{0} is larger than {1} bytes and left out", path, limit);
                return new TooLarge();
            }
            return new Found(path, bytes);
        } catch (IOException gone) {
            return new Missing();
        }
    }

    /** The file behind every symbolic link, if it lies in the root. */
    private @Nullable Path inside(String path) {
        Path asked = resolve(path);
        if (asked == null || !asked.startsWith(root)) {
            return null;
        }
        try {
            Path real = asked.toRealPath();
            return real.startsWith(root) ? real : null;
        } catch (IOException missing) {
            return null;
        }
    }

    private @Nullable Path resolve(String path) {
        try {
            return root.resolve(path).normalize();
        } catch (InvalidPathException notOne) {
            return null;
        }
    }
}
