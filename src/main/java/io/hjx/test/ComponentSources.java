package io.hjx.test;

import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a component and what it imports are read. Immutable.
 *
 * @param first the component's own file
 * @param files reads a file below the component root by its path
 */
record ComponentSources(SourceFile first, Files files) implements SourceLoader {

    private static final String EXTENSION = ".hjx";
    private static final Path FOLDER = Path.of("src/main/webapp/WEB-INF/components");

    /** Where jars have theirs, which the application's own come before. */
    private static final String LIBRARY = "META-INF/hjx/";

    private static final List<String> RESOURCES = List.of("", "components/", "WEB-INF/components/", LIBRARY);

    /** Reads files by path; null for one that is not there. */
    @FunctionalInterface
    interface Files {
        @Nullable String read(String path);
    }

    /** A component that imports nothing, by its text. */
    static ComponentSources ofText(String text) {
        return new ComponentSources(new SourceFile("Test" + EXTENSION, text), path -> null);
    }

    /**
     * A file; imports are read below the nearest folder around it that is named {@code components}, else beside it, and
     * then in the jars of the class path.
     */
    static ComponentSources ofFile(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Path root = Objects.requireNonNull(path.getParent(), "a file is in a folder");
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (folder.endsWith("components")) {
                root = folder;
                break;
            }
        }
        return inFolder(root, root.relativize(path).toString().replace('\\', '/'));
    }

    private static ComponentSources inFolder(Path root, String name) {
        Files files = path -> {
            String own = readFile(root.resolve(path));
            return own == null ? readResource(LIBRARY + path) : own;
        };
        String text = files.read(name);
        if (text == null) {
            throw new AssertionError("There is no file " + root.resolve(name) + ".");
        }
        return new ComponentSources(new SourceFile(name, text), files);
    }

    /** {@code Counter}: a file of that name on the class path, or in the folder of an application's components. */
    static ComponentSources named(String name) {
        String file = name.endsWith(EXTENSION) ? name : name + EXTENSION;
        List<String> tried = new ArrayList<>();
        for (String folder : RESOURCES) {
            Files files = path -> {
                String own = readResource(folder + path);
                return own == null ? readResource(LIBRARY + path) : own;
            };
            String text = files.read(file);
            if (text != null) {
                return new ComponentSources(new SourceFile(file, text), files);
            }
            tried.add(folder + file + " on the class path");
        }
        if (java.nio.file.Files.isRegularFile(FOLDER.resolve(file))) {
            return inFolder(FOLDER, file);
        }
        tried.add(FOLDER.resolve(file).toString());
        throw new AssertionError("There is no component " + name + ". Looked for:\n  " + String.join("\n  ", tried));
    }

    private static @Nullable String readFile(Path file) {
        try {
            return java.nio.file.Files.isRegularFile(file) ? java.nio.file.Files.readString(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String readResource(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Result load(SourceFile importing, String path) {
        String target = resolve(importing, path);
        if (target.startsWith("..")) {
            return new Outside(path);
        }
        String text = files.read(target);
        return text == null ? new Missing(target) : new Found(new SourceFile(target, text));
    }

    /** Nobody looks at them here: they are taken to be there. */
    @Override
    public AssetResult asset(SourceFile component, String path) {
        String target = resolve(component, path);
        return target.startsWith("..")
                ? new Outside(path)
                : new Asset(new AssetFile(target, "0"), "/assets/f/" + target);
    }

    private static String resolve(SourceFile from, String path) {
        return Path.of(from.path()).resolveSibling(path).normalize().toString().replace('\\', '/');
    }
}
