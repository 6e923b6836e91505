package io.hjx.runtime;

import static io.hjx.runtime.fixture.FakeBehavior.add;
import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.ast.ComponentFile.Scope;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.fixture.SlowStore;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InstanceLifeTest {

    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter());

    private LiveFixture.Peer user(String name, String session) {
        return live.connect(Dialect.PLAIN, new Target("Mine", ""), new Principal(name, Set.of()), false, session);
    }

    private static FakeBehavior mine() {
        return new FakeBehavior("Mine")
                .state("n", number(0))
                .handler("increment", (arguments, state, effects) -> add(state, "n", 1));
    }

    @Test
    void scopeUser_sharesByUser() {
        live.components.add(mine(), Scope.USER);
        var ann = user("ann", "s1");
        var annElsewhere = user("ann", "s2");
        var bob = user("bob", "s3");
        ann.event("increment");
        assertThat(annElsewhere.transport.last()).isEqualTo("update {n:1}");
        assertThat(bob.transport.last()).isEqualTo("update {n:0}");
        assertThat(user(null, "s4").heard()).containsExactly("error sign-in");
    }

    @Test
    void scopeSession_sharesBySession() {
        live.components.add(mine(), Scope.SESSION);
        var ann = user(null, "s1");
        var annsOtherTab = user(null, "s1");
        var bob = user(null, "s2");
        var without = user(null, null);
        ann.event("increment");
        assertThat(annsOtherTab.transport.last()).isEqualTo("update {n:1}");
        assertThat(bob.transport.last()).isEqualTo("update {n:0}");
        assertThat(without.transport.last()).isEqualTo("update {n:0}");
    }

    @Test
    void authorizer_refuses_nothingIsCreatedOrDone() {
        live.authorizer = new LiveFixture.Permissive() {
            @Override
            public boolean mayView(Principal principal, CompiledComponent component, String key) {
                return !key.equals("secret");
            }

            @Override
            public boolean mayUse(Principal principal, CompiledComponent component, String key, String action) {
                return !action.equals("reset");
            }
        };
        var ann = live.plain("Counter");
        ann.heard();
        ann.event("reset").say(new ClientMessage.PlainSubscribe(new Target("Counter", "secret")));
        assertThat(ann.heard()).containsExactly("error forbidden", "error sign-in");
        assertThat(live.runtime().instanceCount()).isEqualTo(1);
    }

    @Test
    void idle_shared_isEvictedAfterItsTimeAndForgotten() {
        var state = live.settings.state();
        live.settings = live.settings.withState(new RuntimeSettings.State(
                state.instances(),
                state.sharedBytes(),
                state.localBytes(),
                state.mailbox(),
                state.history(),
                state.broadcasts(),
                Duration.ofMinutes(10),
                state.sessionIdle()));
        var ann = live.plain("Counter");
        ann.event("increment");
        ann.client.closed();
        live.run();
        live.advance(Duration.ofMinutes(9));
        var bob = live.plain("Counter");
        assertThat(bob.heard()).containsExactly("update {count:1}");
        bob.client.closed();
        live.run();
        live.advance(Duration.ofMinutes(11));
        assertThat(live.runtime().instanceCount()).isZero();
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:0}");
    }

    @Test
    void idle_neverChanged_goesSoon() {
        live.plain("Counter").client.closed();
        live.run();
        live.advance(Duration.ofMinutes(2));
        assertThat(live.runtime().instanceCount()).isZero();
    }

    @Test
    void idle_used_stays() {
        var ann = live.plain("Counter");
        for (int i = 0; i < 60; i++) {
            live.advance(Duration.ofMinutes(1));
            ann.client.heard();
        }
        assertThat(live.runtime().instanceCount()).isEqualTo(1);
    }

    @Test
    void instances_tooMany_areRefused() {
        var state = live.settings.state();
        live.settings = live.settings.withState(new RuntimeSettings.State(
                2,
                state.sharedBytes(),
                state.localBytes(),
                state.mailbox(),
                state.history(),
                state.broadcasts(),
                state.sharedIdle(),
                state.sessionIdle()));
        var ann = live.plain("Counter");
        ann.say(new ClientMessage.PlainSubscribe(new Target("Counter", "b")));
        ann.say(new ClientMessage.PlainSubscribe(new Target("Counter", "c")));
        assertThat(ann.transport.last()).isEqualTo("error too-many-instances");
    }

    @Test
    void state_tooLarge_isRefusedAndRolledBack() {
        live.components.add(
                new FakeBehavior("Big")
                        .state("text", new StringValue(""))
                        .handler("grow", (arguments, state, effects) -> {
                            String text = ((StringValue) state.shared("text")).value();
                            state.setShared("text", new StringValue(text + "x".repeat(400_000)));
                        }),
                Scope.SHARED);
        var ann = live.v1().subscribe(1, "Big");
        ann.event(1, 1, "grow").event(1, 2, "grow").event(1, 3, "grow");
        assertThat(ann.transport.last()).isEqualTo("error #1 id3 state-too-large");
    }

    @Test
    void broadcasts_tooMany_failTheHandler() {
        live.components.add(
                new FakeBehavior("Loud").handler("go", (arguments, state, effects) -> {
                    for (int i = 0; i < 100; i++) {
                        effects.broadcast("x", number(i));
                    }
                }),
                Scope.SHARED);
        var ann = live.v1().subscribe(1, "Loud");
        ann.event(1, 1, "go");
        assertThat(ann.transport.last()).isEqualTo("error #1 id1 budget-exceeded");
    }

    @Test
    void reload_newRevision_stateThatMeansTheSameStays() {
        live.components.add(
                new FakeBehavior("Page")
                        .state("kept", number(1))
                        .state("literal", number(2))
                        .state("old", number(3))
                        .handler("go", (arguments, state, effects) -> {
                            add(state, "kept", 10);
                            add(state, "literal", 10);
                        }),
                Scope.SHARED);
        var ann = live.v1().subscribe(1, "Page");
        var bob = live.plain("Page");
        ann.event(1, 1, "go");
        ann.heard();
        bob.heard();
        live.components.change(new FakeBehavior("Page")
                .revision("r2")
                .state("kept", number(1))
                .state("literal", number(5))
                .state("fresh", number(6))
                .handler("triggered", (arguments, state, effects) -> add(state, "fresh", 1)));
        live.run();
        assertThat(ann.heard())
                .containsExactly(
                        "Reload[sub=1, module=/Page-r2.js]", "snapshot #1 v2 {kept:11,literal:5,fresh:6} /Page-r2.js");
        assertThat(bob.heard()).containsExactly("update {kept:11,literal:5,fresh:6}");
        var site = new io.hjx.lang.eval.SiteRef(0, List.of(), List.of());
        Value none = io.hjx.lang.value.NullValue.NULL;
        ann.say(new ClientMessage.SiteEvent(1, 2, site, 1, none, none));
        ann.say(new ClientMessage.SiteEvent(1, 3, site, 2, none, none));
        assertThat(ann.heard()).containsExactly("error #1 id2 stale-item", "update #1 v3 {fresh:7} acks[3]");
    }

    @Test
    void store_answersLater_nothingIsSeenBefore() {
        SlowStore store = new SlowStore();
        live.store = store;
        var ann = live.v1().subscribe(1, "Counter");
        var bob = live.plain("Counter");
        store.answer();
        live.run();
        ann.heard();
        bob.heard();
        ann.event(1, 1, "announce").event(1, 2, "increment");
        assertThat(ann.heard()).isEmpty();
        store.answer();
        live.run();
        assertThat(ann.heard()).containsExactly("update #1 v1 {count:1} acks[1] events[counted=1]");
        store.answer();
        live.run();
        assertThat(ann.heard()).containsExactly("update #1 v2 {count:2} acks[2]");
        assertThat(bob.heard()).containsExactly("update {count:1}", "event counted=1", "update {count:2}");
    }

    @Test
    void store_doesNotKnow_triesAgainWithoutDoublingTheEffect() {
        SlowStore store = new SlowStore();
        live.store = store;
        var ann = live.v1().subscribe(1, "Counter");
        store.answer();
        live.run();
        ann.heard();
        ann.event(1, 1, "increment");
        store.answerUnknownButKeep();
        live.run();
        assertThat(ann.heard()).isEmpty();
        live.advance(Duration.ofMillis(200));
        store.answer();
        live.run();
        assertThat(ann.heard()).containsExactly("update #1 v1 {count:1} acks[1]");
        assertThat(ann.transport.closed()).isNull();
    }

    @Test
    void store_inOtherHands_endsTheInstance() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        live.store.remove(new io.hjx.runtime.spi.StateStore.InstanceKey("Counter", ""));
        ann.event(1, 1, "increment");
        live.store.remove(new io.hjx.runtime.spi.StateStore.InstanceKey("Counter", ""));
        ann.event(1, 2, "increment");
        assertThat(ann.heard()).containsExactly("update #1 v1 {count:1} acks[1]", "error #1 unavailable");
        assertThat(live.runtime().instanceCount()).isZero();
        ann.subscribe(1, "Counter");
        assertThat(ann.heard()).containsExactly("snapshot #1 v0 {count:0} /Counter-r1.js");
    }

    @Test
    void restart_sameStore_stateAndAnswersAreThere() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.event(1, 5, "increment");
        live.runtime().stop();
        live.run();
        assertThat(ann.transport.closed()).isEqualTo(CloseCode.GOING_AWAY);
        live.restart();
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:1}");
    }

    @Test
    void peek_fresh_showsWhatANewClientWouldSee() {
        live.components.add(
                new FakeBehavior("Notes")
                        .state("items", ListValue.of(number(1)))
                        .secret("key", number(7))
                        .local("draft", new StringValue("x")),
                Scope.SHARED);
        var stage = live.runtime().peek("Notes", "", Principal.ANONYMOUS, null);
        live.run();
        View view = stage.toCompletableFuture().join();
        assertThat(view.version()).isZero();
        assertThat(view.state()).containsOnlyKeys("items");
        assertThat(view.local()).containsOnlyKeys("draft");
        assertThat(view.access().shared("key")).isEqualTo(number(7));
        assertThat(view.access().local("draft")).isEqualTo(new StringValue("x"));
        var ann = live.v1();
        ann.heard();
        ann.say(new ClientMessage.Subscribe(1, "Notes", "", new ClientMessage.Since(view.epoch(), view.version())));
        assertThat(ann.heard()).containsExactly("update #1 local{draft:\"x\"}");
    }

    @Test
    void peek_scopeSessionWithoutOne_isRefused() {
        live.components.add(mine(), Scope.SESSION);
        var stage = live.runtime().peek("Mine", "", Principal.ANONYMOUS, null);
        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
        assertThat(live.runtime().instanceCount()).isZero();
    }

    @Test
    void peek_unknown_isRefused() {
        var stage = live.runtime().peek("Nothing", "", Principal.ANONYMOUS, null);
        assertThat(stage.toCompletableFuture()).isCompletedExceptionally();
        assertThat(live.runtime().instanceCount()).isZero();
    }

    @Test
    void broadcast_all_reachesEveryDialectOnce() {
        var ann = live.v1();
        var bob = live.plain("Counter");
        ann.heard();
        bob.heard();
        live.runtime().broadcast("news", number(1));
        assertThat(ann.heard()).containsExactly("event news=1");
        assertThat(bob.heard()).containsExactly("event news=1");
    }

    @Test
    void stop_leavesNothing() {
        var ann = live.plain("Counter");
        var bob = live.v1().subscribe(1, "Counter");
        var stopped = live.runtime().stop().toCompletableFuture();
        live.run();
        assertThat(stopped).isCompleted();
        assertThat(ann.transport.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(bob.transport.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(live.runtime().clientCount()).isZero();
        assertThat(live.runtime().instanceCount()).isZero();
        assertThat(live.ticker.scheduled()).isZero();
        assertThat(live.executor.waiting()).isZero();
        assertThat(live.plain("Counter").transport.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(live.runtime().clientCount()).isZero();
    }
}
