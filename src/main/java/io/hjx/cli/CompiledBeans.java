package io.hjx.cli;

import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.OnEvent;
import io.hjx.lang.analyze.KnownHandlers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The handlers in Java that the project around a component has compiled, as far as their classes can be loaded here.
 * Immutable.
 */
record CompiledBeans(Map<String, Set<String>> names) implements KnownHandlers {

    private static final String MARK = "io/hjx/api/Handles";

    @Override
    public Set<String> of(String component) {
        return names.getOrDefault(component, Set.of());
    }

    /** Those of the project that a folder of components is in. */
    static CompiledBeans around(Path components) throws IOException {
        Path classes = classes(components);
        Map<String, Set<String>> names = new HashMap<>();
        if (classes != null) {
            URL[] paths = {classes.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(paths, CompiledBeans.class.getClassLoader())) {
                for (Path file : marked(classes)) {
                    add(className(classes, file), loader, names);
                }
            }
        }
        return new CompiledBeans(names);
    }

    private static @Nullable Path classes(Path components) {
        for (Path at = components.toAbsolutePath(); at != null; at = at.getParent()) {
            Path classes = at.resolve("target/classes");
            if (Files.isDirectory(classes)) {
                return classes;
            }
        }
        return null;
    }

    private static List<Path> marked(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(CompiledBeans::isMarked)
                    .toList();
        }
    }

    /** A class that mentions the annotation: to load all would take long. */
    private static boolean isMarked(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String className(Path classes, Path file) {
        String path = classes.relativize(file).toString();
        return path.substring(0, path.length() - ".class".length())
                .replace('/', '.')
                .replace('\\', '.');
    }

    private static void add(String className, ClassLoader loader, Map<String, Set<String>> names) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            Handles handles = type.getAnnotation(Handles.class);
            if (handles == null) {
                return;
            }
            Set<String> known = names.computeIfAbsent(handles.value(), component -> new HashSet<>());
            for (Method method : type.getDeclaredMethods()) {
                Handler handler = method.getAnnotation(Handler.class);
                OnEvent listener = method.getAnnotation(OnEvent.class);
                if (handler != null) {
                    known.add(handler.value().isEmpty() ? method.getName() : handler.value());
                } else if (listener != null) {
                    known.add(listener.value());
                }
            }
        } catch (ClassNotFoundException | LinkageError unloadable) {
            // What its methods take is not here; the server says what is wrong
        }
    }
}
