package io.hjx.runtime;

import static io.hjx.runtime.fixture.FakeBehavior.add;
import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Since;
import java.util.List;
import org.junit.jupiter.api.Test;

class V1DialectTest {

    private static final String EPOCH = "id3.r1";

    private final LiveFixture live = LiveFixture.of(
            FakeBehavior.counter(),
            new FakeBehavior("Notes")
                    .state("items", ListValue.of())
                    .state("hidden", number(0))
                    .unseen("hidden")
                    .local("draft", new StringValue(""))
                    .clientComputed(
                            "both",
                            state -> number(size((ListValue) state.shared("items"))
                                    + ((StringValue) state.local("draft"))
                                            .value()
                                            .length()))
                    .handler(
                            "add",
                            (arguments, state, effects) ->
                                    state.setShared("items", append((ListValue) state.shared("items"))))
                    .handler("hide", (arguments, state, effects) -> add(state, "hidden", 1))
                    .handler("draft", (arguments, state, effects) -> state.setLocal("draft", arguments.get(0)))
                    .handler("child", (arguments, state, effects) -> state.setShared("3:k/open", number(1)))
                    .handler("drop", (arguments, state, effects) -> {
                        state.setShared("3:k/open", Undefined.UNDEFINED);
                        effects.broadcast("dropped", NullValue.NULL);
                    })
                    .handler("triggered", (arguments, state, effects) -> add(state, "hidden", 1)));

    private static int size(ListValue list) {
        return list.size();
    }

    private static ListValue append(ListValue list) {
        var items = new java.util.ArrayList<>(list.items());
        items.add(number(items.size()));
        return ListValue.of(items);
    }

    @Test
    void hello_new_isWelcomed() {
        assertThat(live.v1().heard()).singleElement().asString().startsWith("Welcome[client=id1, token=id2");
    }

    @Test
    void message_beforeHello_isRefused() {
        var ann = live.connect(
                io.hjx.runtime.protocol.Dialect.V1, null, io.hjx.runtime.spi.Principal.ANONYMOUS, false, null);
        ann.subscribe(1, "Counter");
        assertThat(ann.heard()).containsExactly("error hello-first");
    }

    @Test
    void subscribe_known_snapshotThenUpdates() {
        var ann = live.v1();
        ann.heard();
        ann.subscribe(1, "Counter").event(1, 1, "increment");
        assertThat(ann.heard())
                .containsExactly("snapshot #1 v0 {count:0} /Counter-r1.js", "update #1 v1 {count:1} acks[1]");
    }

    @Test
    void event_changesNothing_isAcknowledgedAlone() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        ann.event(1, 1, "reset");
        assertThat(ann.heard()).containsExactly("ack #1 id1 v0");
    }

    @Test
    void event_fails_isAnsweredFinallyAndOnlyToTheCaller() {
        var ann = live.v1().subscribe(1, "Counter");
        var bob = live.v1().subscribe(1, "Counter");
        ann.heard();
        bob.heard();
        ann.event(1, 1, "fail").event(1, 1, "fail");
        assertThat(ann.heard()).containsExactly("error #1 id1 handler-failed", "error #1 id1 handler-failed");
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void event_failsInDevelopment_tellsThePlace() {
        live.settings = live.settings.withDevelopment(true);
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        ann.event(1, 1, "fail");
        assertThat(ann.heard()).containsExactly("error #1 id1 handler-failed at Counter.hjx:1:1");
    }

    @Test
    void event_sentAgain_isExecutedOnce() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        ann.event(1, 1, "increment").event(1, 1, "increment").event(1, 2, "increment");
        assertThat(ann.heard())
                .containsExactly("update #1 v1 {count:1} acks[1]", "ack #1 id1 v1", "update #1 v2 {count:2} acks[2]");
    }

    @Test
    void event_sentAgainAfterABreak_isExecutedOnce() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.event(1, 1, "increment");
        ann.client.closed();
        live.run();
        var back = live.v1("id2");
        assertThat(back.heard()).singleElement().asString().startsWith("Welcome[client=id1, token=id2");
        back.say(new ClientMessage.Subscribe(1, "Counter", "", new Since(EPOCH, 0)));
        back.event(1, 1, "increment").event(1, 2, "increment");
        assertThat(back.heard())
                .containsExactly("update #1 v1 {count:1}", "ack #1 id1 v1", "update #1 v2 {count:2} acks[2]");
    }

    @Test
    void subscribe_againHavingDoneNothing_isTheSameClientWithItsNames() {
        live.v1().subscribe(1, "Notes").client.closed();
        live.run();
        var back = live.v1("id2");
        assertThat(back.heard()).singleElement().asString().startsWith("Welcome[client=id1, token=id2");
        back.subscribe(1, "Notes").event(1, 1, "draft", new StringValue("abc"));
        assertThat(back.heard())
                .containsExactly(
                        "snapshot #1 v0 {items:[]} local{draft:\"\",both:0} /Notes-r1.js",
                        "update #1 local{draft:\"abc\",both:3} acks[1]");
    }

    @Test
    void event_oldAndUnknown_isNotExecuted() {
        var ann = live.v1().subscribe(1, "Counter");
        for (int id = 10; id < 50; id++) {
            ann.event(1, id, "increment");
        }
        ann.heard();
        ann.event(1, 10, "increment");
        assertThat(ann.heard()).containsExactly("error #1 id10 resume-expired");
    }

    @Test
    void hello_unknownToken_isANewClientAndToldSo() {
        assertThat(live.v1("guessed").heard())
                .satisfiesExactly(
                        welcome -> assertThat(welcome).startsWith("Welcome[client=id1"),
                        error -> assertThat(error).isEqualTo("error resume-expired"));
    }

    @Test
    void hello_tokenInUse_replacesTheFirstConnection() {
        var ann = live.v1();
        var again = live.v1("id2");
        assertThat(ann.transport.closed()).isEqualTo(io.hjx.runtime.protocol.CloseCode.REPLACED);
        assertThat(again.heard()).singleElement().asString().startsWith("Welcome[client=id1");
    }

    @Test
    void subscribe_sincePresent_nothingIsSentAgain() {
        live.v1().subscribe(1, "Counter").event(1, 1, "increment");
        var bob = live.v1();
        bob.heard();
        bob.say(new ClientMessage.Subscribe(7, "Counter", "", new Since(EPOCH, 1)));
        assertThat(bob.heard()).containsExactly("update #7");
    }

    @Test
    void subscribe_sinceBefore_getsWhatItMissed() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.event(1, 1, "announce").event(1, 2, "announce");
        var bob = live.v1();
        bob.heard();
        bob.say(new ClientMessage.Subscribe(7, "Counter", "", new Since(EPOCH, 1)));
        assertThat(bob.heard()).containsExactly("update #7 v2 {count:2} events[counted=2]");
    }

    @Test
    void subscribe_sinceElsewhere_getsASnapshot() {
        var ann = live.v1().subscribe(1, "Counter");
        var bob = live.v1();
        bob.heard();
        bob.say(new ClientMessage.Subscribe(7, "Counter", "", new Since("other", 0)));
        bob.say(new ClientMessage.Subscribe(8, "Counter", "", new Since(EPOCH, 5)));
        assertThat(bob.heard())
                .containsExactly("snapshot #7 v0 {count:0} /Counter-r1.js", "snapshot #8 v0 {count:0} /Counter-r1.js");
        assertThat(ann.client.sent()).isEqualTo(2);
    }

    @Test
    void broadcast_withoutChange_movesTheVersionSoThatItIsReplayedOnce() {
        var ann = live.v1().subscribe(1, "Counter");
        var bob = live.v1().subscribe(1, "Counter");
        bob.heard();
        ann.event(1, 1, "shout");
        assertThat(bob.heard()).containsExactly("update #1 v1 {} events[shouted=1]");
    }

    @Test
    void emit_reachesTheCallerAlone() {
        var ann = live.v1().subscribe(1, "Counter");
        var bob = live.v1().subscribe(1, "Counter");
        ann.heard();
        bob.heard();
        ann.event(1, 1, "whisper");
        assertThat(ann.heard()).containsExactly("update #1 acks[1] events[whispered=2]");
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void local_changed_onlyItsClientHearsAndNoVersionMoves() {
        var ann = live.v1().subscribe(1, "Notes");
        var bob = live.v1().subscribe(1, "Notes");
        assertThat(bob.heard()).last().isEqualTo("snapshot #1 v0 {items:[]} local{draft:\"\",both:0} /Notes-r1.js");
        ann.heard();
        ann.event(1, 1, "draft", new StringValue("abc"));
        assertThat(ann.heard()).containsExactly("update #1 local{draft:\"abc\",both:3} acks[1]");
        assertThat(bob.heard()).isEmpty();
        bob.event(1, 1, "add");
        assertThat(bob.heard()).containsExactly("update #1 v1 {items:[0]} local{both:1} acks[1]");
        assertThat(ann.heard()).containsExactly("update #1 v1 {items:[0]} local{both:4}");
    }

    @Test
    void local_afterABreak_isStillThere() {
        var ann = live.v1().subscribe(1, "Notes");
        ann.event(1, 1, "draft", new StringValue("abc"));
        ann.client.closed();
        live.run();
        var back = live.v1("id2");
        back.heard();
        back.subscribe(1, "Notes");
        assertThat(back.heard()).containsExactly("snapshot #1 v0 {items:[]} local{draft:\"abc\",both:3} /Notes-r1.js");
    }

    @Test
    void unseenName_changed_onlyTheCallerIsAnswered() {
        var ann = live.v1().subscribe(1, "Notes");
        var bob = live.v1().subscribe(1, "Notes");
        ann.heard();
        bob.heard();
        ann.event(1, 1, "hide").event(1, 2, "add");
        assertThat(ann.heard()).containsExactly("ack #1 id1 v1", "update #1 v2 {items:[0]} local{both:1} acks[2]");
        assertThat(bob.heard()).containsExactly("update #1 v2 {items:[0]} local{both:1}");
    }

    @Test
    void key_removed_snapshotTellsIt() {
        var ann = live.v1().subscribe(1, "Notes");
        ann.event(1, 1, "child");
        ann.heard();
        ann.event(1, 2, "drop");
        assertThat(ann.heard())
                .containsExactly(
                        "snapshot #1 v2 {items:[]} local{draft:\"\",both:0} /Notes-r1.js",
                        "event #1 dropped=null",
                        "ack #1 id2 v2");
    }

    @Test
    void position_listMayHaveMoved_isStale() {
        var ann = live.v1().subscribe(1, "Notes");
        ann.event(1, 1, "add");
        ann.heard();
        ann.say(trigger(2, 0, new ItemKey("item", "0", true)));
        ann.say(trigger(3, 1, new ItemKey("item", "0", true)));
        ann.say(trigger(4, 0, new ItemKey("item", "a", false)));
        assertThat(ann.heard()).containsExactly("error #1 id2 stale-item", "ack #1 id3 v2", "ack #1 id4 v3");
    }

    @Test
    void positionOfAUse_listMayHaveMoved_isStale() {
        var ann = live.v1().subscribe(1, "Notes");
        ann.event(1, 1, "add");
        ann.heard();
        ann.say(triggerIn(2, 0, new UseKey(3, "a,0")));
        ann.say(triggerIn(3, 1, new UseKey(3, "a,0")));
        ann.say(triggerIn(4, 0, new UseKey(3, "a0,b")));
        ann.say(triggerIn(5, 0, new UseKey(3, "")));
        assertThat(ann.heard())
                .containsExactly("error #1 id2 stale-item", "ack #1 id3 v2", "ack #1 id4 v3", "ack #1 id5 v4");
    }

    private static ClientMessage triggerIn(long id, long version, UseKey use) {
        SiteRef site = new SiteRef(0, List.of(use), List.of());
        return new ClientMessage.SiteEvent(1, id, site, version, NullValue.NULL, NullValue.NULL);
    }

    private static ClientMessage trigger(long id, long version, ItemKey item) {
        SiteRef site = new SiteRef(0, List.of(), List.of(item));
        return new ClientMessage.SiteEvent(1, id, site, version, NullValue.NULL, NullValue.NULL);
    }

    @Test
    void events_inOneDrain_arePublishedOnceAndEncodedOnce() {
        var ann = live.v1().subscribe(1, "Counter");
        var bob = live.v1().subscribe(1, "Counter");
        var cat = live.v1().subscribe(1, "Counter");
        ann.heard();
        bob.heard();
        int bodies = live.encoder.bodies();
        int frames = live.encoder.frames();
        for (int id = 1; id <= 10; id++) {
            ann.tell(new ClientMessage.Event(1, id, "increment", List.of()));
        }
        live.run();
        assertThat(ann.heard()).containsExactly("update #1 v10 {count:10} acks[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
        assertThat(bob.heard()).containsExactly("update #1 v10 {count:10}");
        assertThat(cat.transport.last()).isEqualTo("update #1 v10 {count:10}");
        assertThat(live.encoder.bodies() - bodies).isEqualTo(1);
        assertThat(live.encoder.frames() - frames).isEqualTo(2);
    }

    @Test
    void numbers_notNormal_areCommittedAsJson() {
        live.components.add(
                new FakeBehavior("Odd")
                        .state("x", number(0))
                        .handler("go", (arguments, state, effects) -> state.setShared("x", NumberValue.NAN)),
                io.hjx.lang.ast.ComponentFile.Scope.SHARED);
        var ann = live.v1().subscribe(1, "Odd");
        ann.event(1, 1, "go");
        assertThat(ann.transport.last()).isEqualTo("update #1 v1 {x:null} acks[1]");
    }

    @Test
    void subscription_numberTakenOrUnknown_isRefused() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.heard();
        ann.subscribe(1, "Counter").say(new ClientMessage.Unsubscribe(2)).event(3, 1, "increment");
        assertThat(ann.heard())
                .containsExactly(
                        "error #1 already-subscribed", "error #2 not-subscribed", "error #3 id1 not-subscribed");
        ann.say(new ClientMessage.Unsubscribe(1)).event(1, 2, "increment");
        assertThat(ann.heard()).containsExactly("error #1 id2 not-subscribed");
    }

    @Test
    void ping_isAnswered() {
        var ann = live.v1();
        ann.heard();
        ann.say(new ClientMessage.Ping());
        assertThat(ann.heard()).containsExactly("Pong[]");
    }
}
