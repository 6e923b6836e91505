package io.hjx.script;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.Map;

/**
 * Takes out the JVM shutdown hook that the polyglot engine registers, which would keep the application's class loader
 * after undeploy.
 *
 * <p>There is no public way, so this reaches into the JDK's {@code ApplicationShutdownHooks}; where that is closed (it
 * is unless the server opens {@code java.base/java.lang}) nothing happens but the documented cost: one class loader
 * kept per redeploy.
 */
final class PolyglotShutdownHook {

    private static final Logger LOG = System.getLogger(PolyglotShutdownHook.class.getName());

    private PolyglotShutdownHook() {}

    static void remove() {
        try {
            Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            hooks.setAccessible(true);
            for (Object hook : ((Map<?, ?>) hooks.get(null)).keySet().toArray()) {
                if (hook instanceof Thread thread && isPolyglot(thread)) {
                    Runtime.getRuntime().removeShutdownHook(thread);
                }
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The engine''s shutdown hook stays: {0}", e.getMessage());
        }
    }

    private static boolean isPolyglot(Thread thread) {
        ClassLoader loader = thread.getClass().getClassLoader();
        return thread.getClass().getName().startsWith("com.oracle.truffle.")
                || (loader == PolyglotShutdownHook.class.getClassLoader()
                        && thread.getName().contains("olyglot"));
    }
}
