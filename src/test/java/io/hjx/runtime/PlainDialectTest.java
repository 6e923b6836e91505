package io.hjx.runtime;

import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.Principal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainDialectTest {

    private final LiveFixture live = LiveFixture.of(
            FakeBehavior.counter(),
            new FakeBehavior("Form")
                    .state("name", new StringValue("Ann"))
                    .secret("password", new StringValue("pssst"))
                    .local("draft", new StringValue(""))
                    .computed("loud", state -> new StringValue(((StringValue) state.shared("name")).value() + "!")));

    @Test
    void open_target_stateComes() {
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:0}");
    }

    @Test
    void event_known_everybodyHears() {
        var ann = live.plain("Counter");
        var bob = live.plain("Counter");
        ann.event("increment");
        assertThat(ann.heard()).containsExactly("update {count:0}", "update {count:1}");
        assertThat(bob.heard()).containsExactly("update {count:0}", "update {count:1}");
    }

    @Test
    void event_rootPath_saysStateUpdate() {
        var ann = live.connect(Dialect.PLAIN_ROOT, new Target("Counter", ""), Principal.ANONYMOUS, false, null);
        ann.event("increment");
        assertThat(ann.heard()).containsExactly("state-update {count:0}", "state-update {count:1}");
    }

    @Test
    void event_unknownHandler_onlyCallerIsTold() {
        var ann = live.plain("Counter");
        var bob = live.plain("Counter");
        ann.heard();
        bob.heard();
        ann.event("launch");
        assertThat(ann.heard()).containsExactly("error unknown-handler");
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void event_fails_nothingOfItIsSeen() {
        var ann = live.plain("Counter");
        var bob = live.plain("Counter");
        ann.event("fail");
        ann.event("increment");
        assertThat(ann.heard()).containsExactly("update {count:0}", "error handler-failed", "update {count:1}");
        assertThat(bob.heard()).containsExactly("update {count:0}", "update {count:1}");
    }

    @Test
    void event_changesNothing_nobodyHears() {
        var ann = live.plain("Counter");
        ann.heard();
        ann.event("reset");
        assertThat(ann.heard()).isEmpty();
    }

    @Test
    void broadcast_withChange_comesBehindIt() {
        var ann = live.plain("Counter");
        var bob = live.plain("Counter");
        bob.heard();
        ann.event("announce").event("shout").event("whisper");
        assertThat(bob.heard()).containsExactly("update {count:1}", "event counted=1", "event shouted=1");
        assertThat(ann.heard())
                .containsExactly(
                        "update {count:0}",
                        "update {count:1}",
                        "event counted=1",
                        "event shouted=1",
                        "event whispered=2");
    }

    @Test
    void state_secret_isNeverSent() {
        var ann = live.plain("Form");
        assertThat(ann.heard()).containsExactly("update {name:\"Ann\",loud:\"Ann!\",draft:\"\"}");
        ann.set("password", new StringValue("new"));
        assertThat(ann.heard()).isEmpty();
    }

    @Test
    void set_local_onlyThisClientHears() {
        var ann = live.plain("Form");
        var bob = live.plain("Form");
        ann.heard();
        bob.heard();
        ann.set("draft", new StringValue("hi"));
        assertThat(ann.heard()).containsExactly("update {name:\"Ann\",loud:\"Ann!\",draft:\"hi\"}");
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void set_shared_computedFollowsInTheSameUpdate() {
        var ann = live.plainDelta("Form");
        ann.heard();
        ann.set("name", new StringValue("Bob"));
        assertThat(ann.heard()).containsExactly("update {name:\"Bob\",loud:\"Bob!\"}");
    }

    @Test
    void set_unbound_isRefused() {
        var ann = live.plain("Form");
        ann.heard();
        ann.set("nothing", number(1));
        assertThat(ann.heard()).containsExactly("error not-bound");
    }

    @Test
    void subscribe_another_itsMessagesSayWhose() {
        var ann = live.plain("Counter");
        ann.heard();
        ann.say(new ClientMessage.PlainSubscribe(new Target("Counter", "lobby")));
        assertThat(ann.heard()).containsExactly("update(Counter?lobby) {count:0}");
        ann.say(new ClientMessage.PlainEvent(new Target("Counter", "lobby"), "announce", List.of()));
        assertThat(ann.heard()).containsExactly("update(Counter?lobby) {count:1}", "event(Counter?lobby) counted=1");
        ann.say(new ClientMessage.PlainUnsubscribe(new Target("Counter", "lobby")));
        ann.say(new ClientMessage.PlainEvent(new Target("Counter", "lobby"), "increment", List.of()));
        assertThat(ann.heard()).containsExactly("error not-subscribed");
    }

    @Test
    void subscribe_again_stateComesAgainAndLocalStays() {
        var ann = live.plain("Form");
        ann.set("draft", new StringValue("hi"));
        ann.heard();
        ann.say(new ClientMessage.PlainSubscribe(new Target("Form", "")));
        assertThat(ann.heard()).containsExactly("update {name:\"Ann\",loud:\"Ann!\",draft:\"hi\"}");
    }

    @Test
    void subscribe_unknownOrBadKey_isRefused() {
        var ann = live.plain("Counter");
        ann.heard();
        ann.say(new ClientMessage.PlainSubscribe(new Target("Nothing", "")));
        ann.say(new ClientMessage.PlainSubscribe(new Target("Counter", "a/b")));
        assertThat(ann.heard()).containsExactly("error unknown-component", "error bad-key");
        assertThat(live.runtime().instanceCount()).isEqualTo(1);
    }

    @Test
    void keys_different_areDifferentInstances() {
        var ann = live.connect(Dialect.PLAIN, new Target("Counter", "a"), Principal.ANONYMOUS, false, null);
        var bob = live.connect(Dialect.PLAIN, new Target("Counter", "b"), Principal.ANONYMOUS, false, null);
        ann.event("increment");
        assertThat(bob.heard()).containsExactly("update {count:0}");
    }
}
