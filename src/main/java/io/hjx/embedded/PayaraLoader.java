package io.hjx.embedded;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * The classes of Payara Micro, for one run. Thread-safe.
 *
 * <p>Payara Micro keeps what it is in static fields and starts once: loaded anew it starts again. All other classes are
 * the program's.
 */
final class PayaraLoader extends URLClassLoader {

    static final String MAIN = "fish.payara.micro.PayaraMicro";

    /** What an application adds to its class path. */
    static final String DEPENDENCY = "fish.payara.extras:payara-micro:6.2025.10";

    private static final String OWN = "fish.payara.";

    static {
        registerAsParallelCapable();
    }

    private PayaraLoader(URL jar) {
        super(new URL[] {jar}, PayaraLoader.class.getClassLoader());
    }

    /**
     * A loader of the Payara Micro on the program's class path.
     *
     * @throws IllegalStateException where there is none
     */
    static PayaraLoader create() {
        try {
            Class<?> main = Class.forName(MAIN, false, PayaraLoader.class.getClassLoader());
            return new PayaraLoader(main.getProtectionDomain().getCodeSource().getLocation());
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            throw new IllegalStateException(
                    "Payara Micro is not on the class path; add the dependency " + DEPENDENCY, missing);
        }
    }

    /** The jar that it loads from. */
    URL jar() {
        return getURLs()[0];
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
