package io.hjx.minify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Minifies the modules of a folder, each by itself, as a step of a build. Stateless. */
public final class MinifiedFolder {

    private MinifiedFolder() {}

    /**
     * Writes every {@code .js} file of a folder smaller into another one; other files and folders are left out.
     *
     * @param arguments the folder with the modules, and the one to write to, which is made where it is missing
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("two folders are wanted: the modules' and the one to write to");
        }
        try (Minifier minifier = new Terser()) {
            write(minifier, Path.of(arguments[0]), Path.of(arguments[1]));
        }
    }

    static void write(Minifier minifier, Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path module : modules(from)) {
            String text = minifier.minify(Files.readString(module)).text();
            Files.writeString(to.resolve(module.getFileName().toString()), text);
        }
    }

    private static List<Path> modules(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
