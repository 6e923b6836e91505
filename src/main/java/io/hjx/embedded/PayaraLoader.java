package io.hjx.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The classes of Payara Micro, for one run. Thread-safe.
 *
 * <p>Payara Micro keeps what it is in static fields and starts once: loaded anew it starts again. Its jar holds jars,
 * which are unpacked: the JDK finds in them the classes that are for newer Java, without which JSON Binding knows no
 * records. What is not Payara's is the program's first.
 */
final class PayaraLoader extends URLClassLoader {

    static final String MAIN = "fish.payara.micro.impl.PayaraMicroImpl";

    /** What an application adds to its class path. */
    static final String DEPENDENCY = "fish.payara.extras:payara-micro:6.2025.10";

    private static final String BOOT = "fish.payara.micro.PayaraMicro";
    private static final String OWN = "fish.payara.";
    private static final List<String> FOLDERS = List.of("MICRO-INF/runtime/", "MICRO-INF/lib/");

    static {
        registerAsParallelCapable();
    }

    private PayaraLoader(List<URL> jars) {
        super(jars.toArray(URL[]::new), PayaraLoader.class.getClassLoader());
    }

    /**
     * The jar of Payara Micro on the program's class path.
     *
     * @throws IllegalStateException where there is none
     */
    static URL jar() {
        try {
            Class<?> boot = Class.forName(BOOT, false, PayaraLoader.class.getClassLoader());
            return boot.getProtectionDomain().getCodeSource().getLocation();
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "Payara Micro is not on the class path; add the dependency " + DEPENDENCY, missing);
        }
    }

    /** A loader of the jar and of those in it; says where both are as its own launcher does. */
    static PayaraLoader of(URL jar, Path folder) {
        System.setProperty("fish.payara.micro.BootJar", jar.toString());
        List<URL> jars = new ArrayList<>(List.of(jar));
        try (JarFile file = new JarFile(Path.of(jar.toURI()).toFile())) {
            for (JarEntry entry : file.stream().filter(PayaraLoader::isJar).toList()) {
                jars.add(unpack(file, entry, folder));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Payara Micro cannot be unpacked", failure);
        } catch (URISyntaxException noFile) {
            throw new IllegalStateException("Payara Micro is not in a file: " + jar, noFile);
        }
        return new PayaraLoader(jars);
    }

    private static boolean isJar(JarEntry entry) {
        return FOLDERS.stream().anyMatch(entry.getName()::startsWith)
                && entry.getName().endsWith(".jar");
    }

    private static URL unpack(JarFile file, JarEntry entry, Path folder) throws IOException {
        String name = entry.getName();
        Path target = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream content = file.getInputStream(entry)) {
            Files.copy(content, target);
        }
        return url(target);
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OWN)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
