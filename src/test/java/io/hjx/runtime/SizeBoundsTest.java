package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.CloseCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What instances hold for others is bounded by its size, too, not by number alone. */
class SizeBoundsTest {

    private static final StringValue LARGE = new StringValue("x".repeat(200_000));

    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter()
            .local("draft", new StringValue(""))
            .handler("draft", (arguments, state, effects) -> state.setLocal("draft", LARGE))
            .handler("boom", (arguments, state, effects) -> effects.broadcast("boom", LARGE))
            .handler("murmur", (arguments, state, effects) -> effects.emit("murmur", LARGE))
            .handler("twice", (arguments, state, effects) -> {
                effects.broadcast("boom", LARGE);
                effects.broadcast("boom", LARGE);
            }));

    @Test
    void departed_holdTooMuch_theFirstLosesItsNamesButNotItsAnswers() {
        var first = live.v1().subscribe(1, "Counter");
        first.event(1, 1, "increment").event(1, 2, "draft");
        first.client.closed();
        for (int i = 0; i < 25; i++) {
            var other = live.v1().subscribe(1, "Counter").event(1, 1, "draft");
            other.client.closed();
        }
        live.run();
        var back = live.v1("id2").subscribe(1, "Counter");
        assertThat(back.transport.last()).startsWith("snapshot #1 v1 {count:1} local{draft:\"\"}");
        back.heard();
        back.event(1, 1, "increment");
        assertThat(back.heard()).containsExactly("ack #1 id1 v1");
    }

    @Test
    void departed_lastOfThem_keepsItsNames() {
        for (int i = 0; i < 25; i++) {
            var other = live.v1().subscribe(1, "Counter").event(1, 1, "draft");
            other.client.closed();
        }
        String token = live.v1().heard().get(0).replaceAll(".*token=(\\w+).*", "$1");
        var last = live.v1(token).subscribe(1, "Counter").event(1, 1, "draft");
        last.client.closed();
        live.run();
        assertThat(live.v1(token).subscribe(1, "Counter").transport.last()).contains("draft:\"xxx");
    }

    @Test
    void history_broadcastsAreLarge_whoLagsIsClosed() {
        var slow = live.v1().subscribe(1, "Counter");
        slow.transport.stall();
        var fast = live.v1().subscribe(1, "Counter");
        for (int id = 1; id <= 10; id++) {
            fast.event(1, id, "boom");
        }
        slow.transport.flow();
        live.run();
        assertThat(slow.transport.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(fast.transport.closed()).isNull();
    }

    @Test
    void history_broadcastsAreLargeInOneDrain_whoKeepsUpMissesNone() {
        var fast = live.v1().subscribe(1, "Counter");
        fast.heard();
        for (int id = 1; id <= 10; id++) {
            fast.tell(new ClientMessage.Event(1, id, "boom", List.of()));
        }
        live.run();
        assertThat(fast.transport.closed()).isNull();
        assertThat(String.join("", fast.heard()).split("boom=", -1)).hasSize(11);
    }

    @Test
    void history_forgotten_whoReturnsGetsASnapshot() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.event(1, 1, "increment");
        String epoch = live.runtime()
                .peek("Counter", "", io.hjx.runtime.spi.Principal.ANONYMOUS, null)
                .toCompletableFuture()
                .join()
                .epoch();
        for (int id = 2; id <= 9; id++) {
            ann.event(1, id, "boom");
        }
        var back = live.v1();
        back.say(new ClientMessage.Subscribe(1, "Counter", "", new ClientMessage.Since(epoch, 1)));
        assertThat(back.transport.last()).startsWith("snapshot #1 v9");
    }

    @Test
    void events_ofOneHandlerTooLarge_failIt() {
        var ann = live.v1().subscribe(1, "Counter");
        ann.event(1, 1, "twice");
        assertThat(ann.transport.last()).isEqualTo("error #1 id1 budget-exceeded");
    }

    @Test
    void events_waitForAStalledClient_pastTheSizeItIsClosed() {
        var slow = live.plain("Counter");
        slow.transport.stall();
        slow.event("increment");
        for (int i = 0; i < 8; i++) {
            slow.event("murmur");
        }
        assertThat(slow.transport.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
    }
}
