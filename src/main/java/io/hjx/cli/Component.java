package io.hjx.cli;

import io.hjx.lang.CompiledComponent;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A component file that compiled. Immutable.
 *
 * @param root the folder that imports may not leave
 * @param compiled what the compiler made of it
 */
record Component(Path root, CompiledComponent compiled) {

    /**
     * The component root of a file: the nearest enclosing folder named {@code components}, else the file's own folder.
     *
     * @param file an absolute path
     */
    static Path rootOf(Path file) {
        return rootOf(file, file.resolveSibling("").normalize());
    }

    /** The nearest folder named {@code components} that encloses a file, else the other folder. */
    static Path rootOf(Path file, Path otherwise) {
        for (@Nullable Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith("components")) {
                return folder;
            }
        }
        return otherwise;
    }
}
