package io.hjx.embedded;

import java.nio.file.Path;

/**
 * The system properties that lead Payara Micro into the folder of one run: a later run in another folder must not find
 * them. Those that mean no folder it sets again, or relies on. Stateless.
 */
final class SystemProperties {

    private SystemProperties() {}

    /** Forgets those that lead into a folder. */
    static void forget(Path folder) {
        for (String name : System.getProperties().stringPropertyNames()) {
            if (System.getProperty(name, "").contains(folder.toString())) {
                System.clearProperty(name);
            }
        }
    }
}
