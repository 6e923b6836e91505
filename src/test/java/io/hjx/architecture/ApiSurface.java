package io.hjx.architecture;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that applications can name or implement, a line for each type and member as the compiler sees it.
 * Immutable.
 */
record ApiSurface(NavigableSet<String> lines) {

    /** The public types of a package. */
    static ApiSurface ofPackage(Class<?> member) throws IOException, URISyntaxException {
        Path classes = Path.of(
                member.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = classes.resolve(member.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return of(files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                    .map(file -> load(member, file.substring(0, file.length() - ".class".length())))
                    .toList());
        }
    }

    static ApiSurface of(Collection<? extends Class<?>> types) {
        NavigableSet<String> lines = new TreeSet<>();
        types.stream().filter(ApiSurface::isVisible).forEach(type -> {
            lines.add(header(type));
            members(type).forEach(lines::add);
        });
        return new ApiSurface(lines);
    }

    /** What another surface has and this one has not. */
    List<String> missing(Set<String> others) {
        return others.stream().filter(line -> !lines.contains(line)).toList();
    }

    private static Class<?> load(Class<?> member, String name) {
        try {
            return Class.forName(member.getPackageName() + "." + name, false, member.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return isVisible(type.getModifiers()) && (outer == null || isVisible(outer));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String header(Class<?> type) {
        String permitted = type.isSealed() ? " permits " + names(type.getPermittedSubclasses()) : "";
        String above = type.getGenericSuperclass() == null
                ? ""
                : " extends " + type.getGenericSuperclass().getTypeName();
        String interfaces = type.getGenericInterfaces().length == 0
                ? ""
                : " with "
                        + Arrays.stream(type.getGenericInterfaces())
                                .map(java.lang.reflect.Type::getTypeName)
                                .sorted()
                                .collect(Collectors.joining(", "));
        return type.toGenericString() + above + interfaces + permitted;
    }

    private static String names(Class<?>... types) {
        return Arrays.stream(types).map(Class::getName).sorted().collect(Collectors.joining(", "));
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
                .filter(ApiSurface::isVisible)
                .map(Constructor::toGenericString);
        Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
                .filter(ApiSurface::isVisible)
                .map(ApiSurface::method);
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(ApiSurface::isVisible)
                .map(Field::toGenericString);
        return Stream.of(constructors, methods, fields).flatMap(lines -> lines);
    }

    private static boolean isVisible(Member member) {
        return isVisible(member.getModifiers()) && !member.isSynthetic();
    }

    /** With the default of an annotation's member: without one, each use would have to name it. */
    private static String method(Method method) {
        Object standard = method.getDefaultValue();
        return method.toGenericString() + (standard == null ? "" : " default \"" + standard + '"');
    }
}
