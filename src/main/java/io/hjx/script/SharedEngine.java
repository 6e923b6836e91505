package io.hjx.script;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;

/**
 * The engine that all contexts share, made when the first one is. Thread-safe; {@link #context} is called on script
 * threads only.
 */
final class SharedEngine {

    private static final Logger LOG = System.getLogger(SharedEngine.class.getName());
    private static final String ATTACH_FAILURE = "polyglotimpl.AttachLibraryFailureAction";
    private static final long CLOSE_MILLIS = 5_000;

    private @Nullable Engine engine;

    /** A confined context: no host classes, files, network, processes, threads or environment. */
    Context context(ScriptLimits limits) {
        return Context.newBuilder("js")
                .engine(engine())
                .allowHostAccess(HostAccess.NONE)
                .allowIO(IOAccess.NONE)
                .allowExperimentalOptions(true)
                .option("js.ecmascript-version", "2023")
                .option("js.strict", "true")
                .option("js.esm-eval-returns-exports", "true")
                .option("js.unhandled-rejections", "none")
                // Walking long chains of promises cannot be interrupted
                .option("js.async-stack-traces", "false")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.console", "false")
                .option("js.graal-builtin", "false")
                .option("js.string-length-limit", Integer.toString(limits.stringLength()))
                .option("js.max-typed-array-length", Integer.toString(limits.stringLength()))
                .build();
    }

    private synchronized Engine engine() {
        Engine present = engine;
        if (present == null) {
            quietAttach();
            present = Engine.newBuilder("js")
                    .useSystemProperties(false)
                    .allowExperimentalOptions(true)
                    .option("engine.WarnInterpreterOnly", "false")
                    .build();
            PolyglotShutdownHook.remove();
            engine = present;
        }
        return present;
    }

    /** The library that it would warn about is for optimizing JVMs alone; on others its absence is no news. */
    private static void quietAttach() {
        if (System.getProperty(ATTACH_FAILURE) == null) {
            System.setProperty(ATTACH_FAILURE, "ignore");
        }
    }

    /**
     * Closes the engine on a thread of its own which then ends: closing leaves thread-locals behind, and on a
     * container's thread those would keep the application's class loader.
     */
    synchronized void close() {
        Engine present = engine;
        engine = null;
        if (present == null) {
            return;
        }
        Thread closer = new Thread(null, () -> present.close(true), "hjx-script-close", 0, false);
        closer.setDaemon(true);
        closer.setContextClassLoader(SharedEngine.class.getClassLoader());
        closer.start();
        try {
            closer.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (closer.isAlive()) {
            LOG.log(
                    Level.WARNING,
                    "The script engine did not close within {0} ms; a script cannot be stopped",
                    CLOSE_MILLIS);
        }
    }
}
