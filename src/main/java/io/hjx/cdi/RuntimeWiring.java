package io.hjx.cdi;

import io.hjx.handlers.LiveHandlers;
import io.hjx.registry.ComponentRegistry;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.instance.Environment;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.runtime.spi.FrameEncoder;
import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.StateStore;
import io.hjx.runtime.store.MemoryStateStore;
import io.hjx.script.GraalScriptEngine;
import io.hjx.script.ScriptLimits;
import io.hjx.websocket.ServerMessageEncoder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Makes the runtime and its ports. Stateless. */
@ApplicationScoped
public class RuntimeWiring {

    private static final System.Logger LOG = System.getLogger(RuntimeWiring.class.getName());

    /** The script engine; null in a WAR that was built without one. */
    record Scripts(@Nullable ScriptEngine engine) {

        void prepare() {
            if (engine != null) {
                engine.prepare();
            }
        }

        void close() {
            if (engine != null) {
                engine.close();
            }
        }
    }

    @Produces
    @Singleton
    FrameEncoder encoder() {
        return new ServerMessageEncoder();
    }

    @Produces
    @Singleton
    StateStore store() {
        return new MemoryStateStore();
    }

    @Produces
    @Singleton
    Scripts scripts() {
        try {
            return new Scripts(new GraalScriptEngine(ScriptLimits.STANDARD));
        } catch (LinkageError lean) {
            LOG.log(System.Logger.Level.INFO, "This WAR has no script engine; script: blocks do not run");
            return new Scripts(null);
        }
    }

    @Produces
    @Singleton
    LiveRuntime runtime(
            ComponentRegistry registry,
            Authorizer authorizer,
            FrameEncoder encoder,
            StateStore store,
            Scripts scripts,
            LiveHandlers handlers,
            SystemTicker ticker,
            Workers workers,
            Settings settings) {
        Environment environment = new Environment(
                store, workers, ticker, new RandomIds(), new SystemSurroundings(), scripts.engine(), settings.live());
        return new LiveRuntime(registry.source(), authorizer, encoder, environment.with(handlers));
    }
}
