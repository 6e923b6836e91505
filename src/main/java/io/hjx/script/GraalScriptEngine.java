package io.hjx.script;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.source.SourceFile;
import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.ScriptHost;
import io.hjx.runtime.spi.ScriptInstance;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code script:} blocks on GraalJS. Thread-safe; owns the threads that scripts run on.
 *
 * <p>One context per instance over one shared engine, so that scripts share compiled code and nothing else. Nothing is
 * loaded before the first script or {@link #prepare}; making the engine takes seconds and happens on a script thread.
 */
public final class GraalScriptEngine implements ScriptEngine {

    private static final long CLOSE_SECONDS = 5;

    private final ScriptLimits limits;
    private final ScriptThreads threads;
    private final Watchdog watchdog;
    private final SharedEngine engine = new SharedEngine();
    private final Set<GraalScriptInstance> instances = ConcurrentHashMap.newKeySet();

    public GraalScriptEngine(ScriptLimits limits) {
        this.limits = limits;
        this.watchdog = new Watchdog(limits.threads());
        this.threads = new ScriptThreads(limits.threads(), limits.abandonedThreads());
    }

    @Override
    public void prepare() {
        threads.execute(() -> ScriptRealm.rehearse(engine, limits));
    }

    @Override
    public ScriptInstance create(SourceFile source, Declaration.RawBlock script, ScriptHost host) {
        ScriptModule module = ScriptModule.of(source, script);
        GraalScriptInstance instance =
                new GraalScriptInstance(module, host, limits, threads, watchdog, engine, instances::remove);
        instances.add(instance);
        return instance;
    }

    /** How many threads are held by scripts that could not be stopped. */
    public int abandonedThreads() {
        return threads.abandoned();
    }

    @Override
    public void close() {
        instances.forEach(GraalScriptInstance::stop);
        threads.close(CLOSE_SECONDS, TimeUnit.SECONDS);
        watchdog.close();
        engine.close();
    }
}
