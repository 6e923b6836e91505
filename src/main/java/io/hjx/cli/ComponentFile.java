package io.hjx.cli;

import io.hjx.lang.Compilation;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A component file that somebody named on the command line. Immutable.
 *
 * @param path absolute; a readable file when it was made
 * @param root the folder that imports may not leave
 */
record ComponentFile(Path path, Path root) {

    private static final String EXTENSION = ".hjx";

    private static final int NEIGHBORS = 10;

    /** Checks that there is such a file; stops with a message that helps to find the right one where there is not. */
    static ComponentFile of(Path typed) throws IOException {
        Path path = typed.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            throw new CommandFailure(typed + " is a folder; name a " + EXTENSION + " file" + neighbors(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure("There is no file " + typed + neighbors(path.resolveSibling("")));
        }
        if (!isComponent(path)) {
            throw new CommandFailure(typed + " is not a component: its name does not end in " + EXTENSION);
        }
        return new ComponentFile(path, Component.rootOf(path));
    }

    /** All component files below a folder, by name; stops with a message where there is none. */
    static List<ComponentFile> below(Path typed) throws IOException {
        Path folder = typed.toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(folder)) {
            List<ComponentFile> found = files.filter(ComponentFile::isComponent)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> new ComponentFile(file, Component.rootOf(file, folder)))
                    .toList();
            if (found.isEmpty()) {
                throw new CommandFailure("There is no " + EXTENSION + " file below " + typed);
            }
            return found;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Compiles the file; prints what the compiler doubts, and stops with what it found wrong. */
    Component compile(PrintStream warnings) throws IOException {
        Compilation compilation = compilation();
        String report = Coloring.renderer().render(compilation.diagnostics());
        if (compilation.component() == null) {
            throw new CommandFailure(report.stripTrailing());
        }
        if (!report.isEmpty()) {
            warnings.print(report);
        }
        return new Component(root, compilation.component());
    }

    /** Compiles the file with everything that it imports. */
    Compilation compilation() throws IOException {
        return HjxCompiler.compile(source(), new FolderLoader(root), CompiledBeans.around(root));
    }

    /** The file under its name below the root. */
    SourceFile source() throws IOException {
        try {
            return new FolderLoader(root).read(path);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(path + " is not UTF-8 text; save it as UTF-8", e);
        }
    }

    /** A source of this file's compilation under the name by which a person finds it from the working directory. */
    SourceFile shown(SourceFile source) {
        Path here = Path.of("").toAbsolutePath();
        Path file = root.resolve(source.path());
        Path shown = file.startsWith(here) ? here.relativize(file) : file;
        return new SourceFile(shown.toString().replace('\\', '/'), source.text());
    }

    private static boolean isComponent(Path path) {
        return path.toString().endsWith(EXTENSION);
    }

    private static String neighbors(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.filter(ComponentFile::isComponent)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .limit(NEIGHBORS)
                    .toList();
            return names.isEmpty() ? "" : "; beside it: " + String.join(", ", names);
        }
    }
}
