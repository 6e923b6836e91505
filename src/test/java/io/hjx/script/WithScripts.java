package io.hjx.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import io.hjx.runtime.spi.ScriptInstance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test with an engine of its own, which must leave no thread behind, and an instance for a script. */
abstract class WithScripts {

    static final Duration TURN = Duration.ofMillis(500);
    static GraalScriptEngine engine;

    final FakeInstance instance = new FakeInstance();

    @BeforeAll
    static void start() {
        engine = new GraalScriptEngine(new ScriptLimits(Duration.ofSeconds(20), TURN, 2, 2, 10, 5, 1_000_000));
    }

    @AfterAll
    static void stop() {
        engine.close();
        awaitNoThreads();
    }

    /** Declares names and starts a script on them. */
    final ScriptInstance script(String state, String text) {
        ((ObjectValue) Json.parse(state)).properties().forEach(instance.state::put);
        return script(text);
    }

    final ScriptInstance script(String text) {
        ScriptInstance script = instance.create(engine, text);
        instance.turn(script::init);
        return script;
    }

    final void deliver(ScriptInstance script, String event) {
        instance.turn(state -> script.deliver(event, List.of(), Json.parse("{}"), state));
    }

    final String json(String key) {
        return Json.print(instance.state.get(key));
    }

    /** A thread that was given up ends when its script does. */
    static void awaitNoThreads() {
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("hjx-script")));
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
