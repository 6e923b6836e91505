package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.CloseCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowClientTest {

    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter());

    private LiveFixture.Peer stalled() {
        LiveFixture.Peer slow = live.v1().subscribe(1, "Counter");
        slow.heard();
        slow.transport.stall();
        return slow;
    }

    @Test
    void changes_whileStalled_arriveAsOneUpdateOfTheLast() {
        var slow = stalled();
        var fast = live.v1().subscribe(1, "Counter");
        fast.heard();
        for (int id = 1; id <= 100; id++) {
            fast.event(1, id, "increment");
        }
        assertThat(slow.transport.frames()).containsExactly("update #1 v1 {count:1}");
        slow.transport.flow();
        assertThat(slow.heard()).containsExactly("update #1 v1 {count:1}", "update #1 v100 {count:100}");
        assertThat(slow.transport.mostInFlight()).isEqualTo(1);
        assertThat(fast.heard()).hasSize(100);
    }

    @Test
    void broadcasts_whileStalled_arriveInOrderWithTheChanges() {
        var slow = stalled();
        var fast = live.v1().subscribe(1, "Counter");
        for (int id = 1; id <= 3; id++) {
            fast.event(1, id, "announce");
        }
        slow.transport.flow();
        assertThat(slow.heard())
                .containsExactly(
                        "update #1 v1 {count:1} events[counted=1]",
                        "update #1 v3 {count:3} events[counted=2, counted=3]");
    }

    @Test
    void changes_pastHistory_arriveAsASnapshot() {
        var slow = stalled();
        var fast = live.v1().subscribe(1, "Counter");
        for (int id = 1; id <= 300; id++) {
            fast.event(1, id, "increment");
        }
        slow.transport.flow();
        assertThat(slow.transport.last()).isEqualTo("snapshot #1 v300 {count:300} /Counter-r1.js");
        assertThat(slow.transport.closed()).isNull();
    }

    @Test
    void broadcasts_pastHistory_close() {
        var slow = stalled();
        var fast = live.v1().subscribe(1, "Counter");
        fast.event(1, 1, "increment");
        for (int id = 2; id <= 300; id++) {
            fast.event(1, id, "shout");
        }
        slow.transport.flow();
        live.run();
        assertThat(slow.transport.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(fast.transport.closed()).isNull();
    }

    @Test
    void answers_pastTheBound_close() {
        var slow = live.plain("Counter");
        slow.transport.stall();
        slow.event("increment");
        for (int i = 0; i < 300; i++) {
            slow.event("whisper");
        }
        assertThat(slow.transport.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(live.runtime().clientCount()).isZero();
    }

    @Test
    void frame_neverLeaves_theWatchdogCloses() {
        var slow = stalled();
        var fast = live.v1().subscribe(1, "Counter");
        fast.event(1, 1, "increment");
        live.advance(Duration.ofSeconds(12));
        assertThat(slow.transport.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(fast.transport.closed()).isNull();
    }

    @Test
    void silence_twoPeriods_closes() {
        var silent = live.v1();
        var alive = live.v1();
        live.advance(Duration.ofSeconds(31));
        assertThat(silent.transport.pings()).isEqualTo(1);
        alive.client.heard();
        live.advance(Duration.ofSeconds(31));
        assertThat(silent.transport.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(alive.transport.closed()).isNull();
        assertThat(live.runtime().clientCount()).isEqualTo(1);
    }

    @Test
    void rate_past_closes() {
        var eager = live.plain("Counter");
        for (int i = 0; i < 1_000; i++) {
            eager.tell(new ClientMessage.PlainEvent(null, "increment", List.of()));
        }
        assertThat(eager.transport.closed()).isNull();
        eager.tell(new ClientMessage.PlainEvent(null, "increment", List.of()));
        assertThat(eager.transport.closed()).isEqualTo(CloseCode.POLICY);
        live.run();
        assertThat(live.plain("Counter").heard()).containsExactly("update {count:1000}");
    }

    @Test
    void rate_off_hasNoEnd() {
        live.settings = live.settings.withTraffic(live.settings.traffic().withRate(0));
        var eager = live.plain("Counter");
        for (int i = 0; i < 5_000; i++) {
            eager.tell(new ClientMessage.PlainEvent(null, "increment", List.of()));
        }
        live.run();
        assertThat(eager.transport.last()).isEqualTo("update {count:5000}");
    }

    @Test
    void unacknowledged_tooMany_areRefused() {
        var eager = live.v1().subscribe(1, "Counter");
        eager.heard();
        for (int id = 1; id <= 33; id++) {
            eager.tell(new ClientMessage.Event(1, id, "increment", List.of()));
        }
        assertThat(eager.heard()).containsExactly("error #1 id33 too-many-unacknowledged");
        live.run();
        assertThat(eager.transport.last()).startsWith("update #1 v32 {count:32}");
        eager.event(1, 34, "increment");
        assertThat(eager.transport.last()).isEqualTo("update #1 v33 {count:33} acks[34]");
    }

    @Test
    void unacknowledged_comesAgain_isNotCountedAndAnsweredOnce() {
        var eager = live.v1().subscribe(1, "Counter");
        eager.heard();
        for (int id = 1; id <= 32; id++) {
            eager.tell(new ClientMessage.Event(1, id, "increment", List.of()));
        }
        eager.tell(new ClientMessage.Event(1, 1, "increment", List.of()));
        eager.tell(new ClientMessage.Event(1, 32, "increment", List.of()));
        assertThat(eager.heard()).isEmpty();
        live.run();
        assertThat(eager.heard())
                .singleElement()
                .asString()
                .startsWith("update #1 v32 {count:32} acks[1, 2, ")
                .endsWith(", 31, 32]");
    }

    @Test
    void subscriptions_tooMany_areRefused() {
        var eager = live.v1();
        for (int sub = 1; sub <= 65; sub++) {
            eager.say(new ClientMessage.Subscribe(sub, "Counter", "k" + sub, null));
        }
        assertThat(eager.transport.last()).isEqualTo("error #65 too-many-subscriptions");
    }

    @Test
    void mailbox_full_isBusy() {
        live.settings = live.settings.withTraffic(live.settings.traffic().withRate(0));
        var eager = live.plain("Counter");
        eager.heard();
        for (int i = 0; i < 10_001; i++) {
            eager.tell(new ClientMessage.PlainEvent(null, "increment", List.of()));
        }
        assertThat(eager.heard()).containsExactly("error busy");
        live.run();
        assertThat(eager.transport.last()).isEqualTo("update {count:10000}");
    }
}
