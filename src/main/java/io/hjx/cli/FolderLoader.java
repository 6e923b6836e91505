package io.hjx.cli;

import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads imported files below one component root, and nothing outside of it, also not through a symbolic link.
 * Immutable.
 */
final class FolderLoader implements SourceLoader {

    private final Path root;

    FolderLoader(Path root) {
        this.root = root;
    }

    /** The file under the name that diagnostics use: relative to the root, with forward slashes. */
    SourceFile read(Path file) throws IOException {
        return new SourceFile(nameOf(file), Files.readString(file));
    }

    @Override
    public Result load(SourceFile importing, String path) {
        Path file;
        try {
            file = root.resolve(importing.path()).resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            return new Missing(path);
        }
        if (!file.startsWith(root)) {
            return new Outside(path);
        }
        try {
            return file.toRealPath().startsWith(root.toRealPath()) ? new Found(read(file)) : new Outside(nameOf(file));
        } catch (IOException e) {
            return new Missing(nameOf(file));
        }
    }

    private String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
