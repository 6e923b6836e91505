package io.hjx.test;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptHost;
import io.hjx.runtime.spi.ScriptInstance;
import io.hjx.runtime.spi.ScriptState;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A script engine for whose turns virtual time waits. The engine behind has threads of its own, and is made for the
 * first script. Confined to the test's thread, but for what a script asks of its host.
 */
final class AwaitedScripts implements ScriptEngine {

    private final VirtualTime time;
    private final Supplier<ScriptEngine> engines;
    private @Nullable ScriptEngine engine;

    AwaitedScripts(VirtualTime time, Supplier<ScriptEngine> engines) {
        this.time = time;
        this.engines = engines;
    }

    @Override
    public void prepare() {
        // The first script does
    }

    @Override
    public ScriptInstance create(SourceFile source, Declaration.RawBlock script, ScriptHost host) {
        ScriptEngine present = engine == null ? engines.get() : engine;
        engine = present;
        return new Awaited(present.create(source, script, new Host(host)));
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private final class Awaited implements ScriptInstance {

        private final ScriptInstance script;

        Awaited(ScriptInstance script) {
            this.script = script;
        }

        @Override
        public CompletionStage<Void> init(ScriptState state) {
            return time.await(script.init(state));
        }

        @Override
        public boolean listensTo(String event) {
            return script.listensTo(event);
        }

        @Override
        public CompletionStage<Void> deliver(String event, List<Value> arguments, Value client, ScriptState state) {
            return time.await(script.deliver(event, arguments, client, state));
        }

        @Override
        public Set<String> computedNames() {
            return script.computedNames();
        }

        @Override
        public boolean computesFrom(Set<String> changed) {
            return script.computesFrom(changed);
        }

        @Override
        public CompletionStage<Void> recompute(Set<String> changed, ScriptState state) {
            return time.await(script.recompute(changed, state));
        }

        @Override
        public void dropped() {
            script.dropped();
        }

        @Override
        public void stop() {
            script.stop();
        }
    }

    private final class Host implements ScriptHost {

        private final ScriptHost host;

        Host(ScriptHost host) {
            this.host = host;
        }

        @Override
        public boolean requestTurn(Function<ScriptState, CompletionStage<Void>> turn) {
            return host.requestTurn(state -> time.await(turn.apply(state)));
        }

        @Override
        public Ticker.Cancellable schedule(Duration delay, Runnable task) {
            return host.schedule(delay, task);
        }

        @Override
        public void log(System.Logger.Level level, String text) {
            host.log(level, text);
        }

        @Override
        public void failed(ScriptException failure) {
            host.failed(failure);
        }
    }
}
