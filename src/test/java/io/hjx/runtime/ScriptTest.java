package io.hjx.runtime;

import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.FakeScripts;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptState;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private final FakeScripts scripts = new FakeScripts();
    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter().script(FakeScripts.SOURCE));

    {
        live.scripts = scripts;
    }

    private static double count(ScriptState state) {
        return ((NumberValue) state.get("count")).value();
    }

    private static CompletionStage<Void> set(ScriptState state, double value) {
        state.set("count", number(value));
        return FakeScripts.done();
    }

    @Test
    void init_sets_beforeAnybodySees() {
        scripts.init = state -> set(state, 42);
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:42}");
    }

    @Test
    void init_fails_theComponentGoesOnWithoutIt() {
        scripts.init = state -> CompletableFuture.failedFuture(new ScriptException("Fake.hjx:3:1 boom"));
        var ann = live.plain("Counter");
        ann.event("increment");
        assertThat(ann.heard()).containsExactly("update {count:0}", "update {count:1}");
        assertThat(scripts.stopped).isEqualTo(1);
        assertThat(scripts.host.requestTurn(state -> FakeScripts.done())).isFalse();
    }

    @Test
    void init_takesLong_nobodySeesTheStateBefore() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        scripts.init = state -> {
            set(state, 42);
            return end;
        };
        var view = live.runtime().peek("Counter", "", Principal.ANONYMOUS, null).toCompletableFuture();
        var ann = live.plain("Counter");
        assertThat(ann.heard()).isEmpty();
        assertThat(view).isNotDone();
        end.complete(null);
        live.run();
        assertThat(ann.heard()).containsExactly("update {count:42}");
        assertThat(view.join().state()).containsEntry("count", number(42));
    }

    @Test
    void stop_whileItsScriptIsMade_endsTheScript() {
        scripts.onCreate = () -> live.runtime().stop();
        live.plain("Counter");
        live.run();
        assertThat(scripts.created).isEqualTo(1);
        assertThat(scripts.stopped).isEqualTo(1);
    }

    @Test
    void stop_duringATurn_doesNotWaitForIt() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        scripts.onStop = () -> end.completeExceptionally(new ScriptException("stopped"));
        live.plain("Counter");
        scripts.host.requestTurn(state -> end);
        live.run();
        var stopped = live.runtime().stop().toCompletableFuture();
        live.run();
        assertThat(stopped).isCompleted();
    }

    @Test
    void turn_takesLong_othersWaitAndSeeItsEnd() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        var ann = live.plain("Counter");
        ann.heard();
        scripts.host.requestTurn(state -> {
            state.set("count", number(10));
            return end;
        });
        ann.event("increment");
        assertThat(ann.heard()).isEmpty();
        end.complete(null);
        live.run();
        assertThat(ann.heard()).containsExactly("update {count:11}");
    }

    @Test
    void turn_fails_nothingOfItIsKept() {
        var ann = live.plain("Counter");
        ann.heard();
        scripts.host.requestTurn(state -> {
            set(state, 10);
            state.broadcast("never", number(1));
            return CompletableFuture.failedFuture(new ScriptException("Fake.hjx:3:1 boom"));
        });
        ann.event("increment");
        assertThat(ann.heard()).containsExactly("update {count:1}");
    }

    @Test
    void event_noHandlerTakes_goesToTheScript() {
        scripts.listeners.put("boost", (arguments, state) -> {
            set(state, count(state) + ((NumberValue) arguments.get(0)).value());
            state.broadcast("boosted", state.get("count"));
        });
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        ann.event(1, 1, "boost", number(5));
        assertThat(ann.heard()).containsExactly("update #1 v1 {count:5} acks[1] events[boosted=5]");
        assertThat(((ObjectValue) scripts.lastClient).properties()).containsKeys("id", "user", "args");
    }

    @Test
    void event_listenerFails_isAnsweredAndRolledBack() {
        scripts.listeners.put("boost", (arguments, state) -> {
            set(state, 9);
            throw new ScriptException("Fake.hjx:3:1 boom");
        });
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        ann.event(1, 1, "boost").event(1, 2, "increment");
        assertThat(ann.heard()).containsExactly("error #1 id1 handler-failed", "update #1 v1 {count:1} acks[2]");
    }

    @Test
    void compute_changed_isPartOfTheSameUpdate() {
        scripts.computed.put("double", state -> number(count(state) * 2));
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        ann.event(1, 1, "increment");
        assertThat(ann.heard()).containsExactly("update #1 v1 {count:1,double:2} acks[1]");
        scripts.host.requestTurn(state -> {
            assertThatThrownBy(() -> state.set("double", number(1))).hasMessageContaining("compute");
            assertThatThrownBy(() -> state.set("unknown", number(1))).hasMessageContaining("declared");
            assertThatThrownBy(() -> state.set("count", Undefined.UNDEFINED)).hasMessageContaining("JSON");
            return FakeScripts.done();
        });
        live.run();
        assertThat(ann.heard()).isEmpty();
    }

    @Test
    void timer_ticks_untilTheInstanceEnds() {
        live.plain("Counter");
        Runnable[] tick = new Runnable[1];
        tick[0] = () -> {
            scripts.host.requestTurn(state -> set(state, count(state) + 1));
            scripts.host.schedule(Duration.ofSeconds(1), tick[0]);
        };
        scripts.host.schedule(Duration.ofSeconds(1), tick[0]);
        Ticker.Cancellable given = scripts.host.schedule(Duration.ofSeconds(1), () -> {
            throw new AssertionError("was cancelled");
        });
        given.cancel();
        live.advance(Duration.ofMillis(3_500));
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:3}");
        live.runtime().stop();
        live.run();
        assertThat(scripts.stopped).isEqualTo(1);
        assertThat(live.ticker.scheduled()).isZero();
        scripts.host.schedule(Duration.ofSeconds(1), () -> {});
        assertThat(live.ticker.scheduled()).isZero();
        assertThat(scripts.host.requestTurn(state -> FakeScripts.done())).isFalse();
    }

    @Test
    void turns_tooMany_areRefused() {
        live.plain("Counter");
        int taken = 0;
        for (int i = 0; i < 2_000; i++) {
            taken += scripts.host.requestTurn(state -> FakeScripts.done()) ? 1 : 0;
        }
        assertThat(taken).isEqualTo(1_000);
        live.run();
        assertThat(scripts.host.requestTurn(state -> FakeScripts.done())).isTrue();
    }

    @Test
    void reload_scriptIsStartedAnew() {
        live.plain("Counter");
        live.components.change(FakeBehavior.counter().revision("r2").script(FakeScripts.SOURCE));
        live.run();
        assertThat(scripts.created).isEqualTo(2);
        assertThat(scripts.stopped).isEqualTo(1);
    }
}
