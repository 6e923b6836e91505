package io.hjx.embedded;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Opens those packages of the JDK to Payara Micro that its manifest asks for, which counts only for {@code java -jar}.
 * Stateless.
 *
 * <p>The JDK gives a program no way to say this but its command line, and an ordinary {@code main} shall do. Where this
 * way is closed one day, the exception says what belongs on the command line.
 */
final class OpenModules {

    private OpenModules() {}

    static void forPayara(URL jar) {
        List<String> closed = wanted(jar).stream().filter(OpenModules::isClosed).toList();
        if (closed.isEmpty()) {
            return;
        }
        try {
            MethodHandle open = trusted()
                    .findVirtual(
                            Module.class, "implAddOpensToAllUnnamed", MethodType.methodType(void.class, String.class));
            for (String name : closed) {
                open.invoke(module(name), packageOf(name));
            }
        } catch (Throwable impossible) {
            throw new IllegalStateException(
                    "Payara Micro needs packages of the JDK; start Java with "
                            + closed.stream()
                                    .map(name -> "--add-opens=" + name + "=ALL-UNNAMED")
                                    .collect(Collectors.joining(" ")),
                    impossible);
        }
    }

    /** What the manifest names, like {@code java.base/java.net}. */
    private static List<String> wanted(URL jar) {
        try (JarFile file = new JarFile(jar.toURI().getPath())) {
            String opens = file.getManifest().getMainAttributes().getValue("Add-Opens");
            return opens == null ? List.of() : Arrays.asList(opens.strip().split("\\s+"));
        } catch (IOException | URISyntaxException noJar) {
            throw new IllegalStateException("Payara Micro cannot be read from " + jar, noJar);
        }
    }

    private static boolean isClosed(String name) {
        Module module = ModuleLayer.boot().findModule(moduleOf(name)).orElse(null);
        return module != null
                && module.getPackages().contains(packageOf(name))
                && !module.isOpen(packageOf(name), OpenModules.class.getModule());
    }

    private static Module module(String name) {
        return ModuleLayer.boot().findModule(moduleOf(name)).orElseThrow();
    }

    private static String moduleOf(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    private static String packageOf(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private static MethodHandles.Lookup trusted() throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field instance = type.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Object unsafe = instance.get(null);
        Field lookup = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
        Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, lookup);
        Object offset = type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, lookup);
        return (MethodHandles.Lookup)
                type.getMethod("getObject", Object.class, long.class).invoke(unsafe, base, offset);
    }
}
