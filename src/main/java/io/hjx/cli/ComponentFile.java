package io.hjx.cli;

import io.hjx.lang.Compilation;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.Palette;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A component file that somebody named on the command line. Immutable.
 *
 * @param path absolute; a readable file when it was made
 */
record ComponentFile(Path path) {

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
        return new ComponentFile(path);
    }

    /** Compiles the file; prints what the compiler doubts, and stops with what it found wrong. */
    Component compile(PrintStream warnings) throws IOException {
        Path root = Component.rootOf(path);
        Compilation compilation = HjxCompiler.compile(read(root), new FolderLoader(root));
        String report = renderer().render(compilation.diagnostics());
        if (compilation.component() == null) {
            throw new CommandFailure(report.stripTrailing());
        }
        if (!report.isEmpty()) {
            warnings.print(report);
        }
        return new Component(root, compilation.component());
    }

    /** In color where a person looks on and wants it, see no-color.org. */
    // The launchers ask newer Javas, by jdk.console, for the console that is null where nobody looks on
    @SuppressWarnings("SystemConsoleNull")
    private static DiagnosticRenderer renderer() {
        boolean colors = System.console() != null && System.getenv("NO_COLOR") == null;
        return new DiagnosticRenderer(colors ? Palette.ANSI : Palette.PLAIN);
    }

    private SourceFile read(Path root) throws IOException {
        try {
            return new FolderLoader(root).read(path);
        } catch (CharacterCodingException e) {
            throw new CommandFailure(path + " is not UTF-8 text; save it as UTF-8", e);
        }
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
