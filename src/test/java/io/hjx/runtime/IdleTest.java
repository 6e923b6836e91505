package io.hjx.runtime;

import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.ComponentFile.Scope;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.FakeScripts;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class IdleTest {

    private final FakeScripts scripts = new FakeScripts();
    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter().script(FakeScripts.SOURCE));

    {
        live.scripts = scripts;
    }

    /** Looks at an instance; false where it is not to be seen. */
    private boolean look(String component, String key) {
        CompletableFuture<View> view =
                live.runtime().peek(component, key, Principal.ANONYMOUS, null).toCompletableFuture();
        live.run();
        return !view.isCompletedExceptionally() && view.isDone();
    }

    private void atMost(int instances) {
        var state = live.settings.state();
        live.settings = live.settings.withState(new RuntimeSettings.State(
                instances,
                state.sharedBytes(),
                state.localBytes(),
                state.mailbox(),
                state.history(),
                state.broadcasts(),
                state.sharedIdle(),
                state.sessionIdle()));
    }

    @Test
    void onlyLookedAt_itsScriptHasChangedIt_leavesSoon() {
        scripts.init = state -> {
            state.set("count", number(42));
            return FakeScripts.done();
        };
        look("Counter", "a");
        live.advance(Duration.ofMinutes(2));
        assertThat(live.runtime().instanceCount()).isZero();
        assertThat(scripts.stopped).isEqualTo(1);
    }

    @Test
    void onlyLookedAt_thenFollowed_stays() {
        look("Counter", "");
        var ann = live.plain("Counter");
        ann.event("increment");
        ann.client.closed();
        live.run();
        live.advance(Duration.ofMinutes(30));
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:1}");
        assertThat(scripts.stopped).isZero();
    }

    @Test
    void bound_reached_theLeastRecentlyLookedAtGoes() {
        atMost(3);
        var ann = live.plain("Counter");
        look("Counter", "old");
        live.advance(Duration.ofSeconds(1));
        look("Counter", "young");
        live.advance(Duration.ofSeconds(1));
        look("Counter", "old");
        assertThat(look("Counter", "new")).isTrue();
        assertThat(live.runtime().instanceCount()).isEqualTo(3);
        assertThat(scripts.stopped).isEqualTo(1);
        look("Counter", "old");
        assertThat(scripts.created).as("`old` is still there").isEqualTo(4);
        look("Counter", "young");
        assertThat(scripts.created).as("`young` had gone").isEqualTo(5);
        ann.event("increment");
        assertThat(ann.transport.last()).isEqualTo("update {count:1}");
    }

    @Test
    void bound_reachedByFollowed_isKept() {
        atMost(2);
        live.plain("Counter").say(new ClientMessage.PlainSubscribe(new ClientMessage.Target("Counter", "b")));
        assertThat(look("Counter", "c")).isFalse();
    }

    @Test
    void neverChanged_whoHasLeftDidNothing_leavesSoon() {
        live.components.add(new FakeBehavior("Draft").local("text", new StringValue("")), Scope.SHARED);
        live.v1().subscribe(1, "Draft").client.closed();
        live.run();
        live.advance(Duration.ofMinutes(2));
        assertThat(live.runtime().instanceCount()).isZero();
    }

    @Test
    void localOnly_departedMayComeBack_itsNamesAreKeptForIt() {
        live.components.add(
                new FakeBehavior("Draft")
                        .local("text", new StringValue(""))
                        .handler("draft", (arguments, state, effects) -> state.setLocal("text", arguments.get(0))),
                Scope.SHARED);
        var ann = live.v1().subscribe(1, "Draft").event(1, 1, "draft", new StringValue("half"));
        ann.client.closed();
        live.run();
        live.advance(Duration.ofMinutes(9));
        var back = live.v1("id2").subscribe(1, "Draft");
        assertThat(back.transport.last()).isEqualTo("snapshot #1 v0 {} local{text:\"half\"} /Draft-r1.js");
        back.client.closed();
        live.run();
        live.advance(Duration.ofMinutes(12));
        assertThat(live.runtime().instanceCount()).isZero();
    }
}
