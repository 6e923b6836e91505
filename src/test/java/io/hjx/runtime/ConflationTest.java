package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.spi.Conflation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients are told of what others do at most once in an interval; who acts does not wait. */
class ConflationTest {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter(), FakeBehavior.counter("Other"));
    private LiveFixture.Peer ann;
    private LiveFixture.Peer bob;

    @BeforeEach
    void join() {
        live.settings = live.settings.withConflation(new Conflation(Duration.ZERO, Map.of("Counter", INTERVAL)));
        ann = live.v1().subscribe(1, "Counter");
        bob = live.v1().subscribe(1, "Counter");
        live.advance(INTERVAL);
        ann.heard();
        bob.heard();
    }

    @Test
    void changes_firstArrivesAtOnceTheOthersTogether() {
        ann.event(1, 1, "increment");
        assertThat(bob.heard()).containsExactly("update #1 v1 {count:1}");
        ann.event(1, 2, "increment");
        live.advance(Duration.ofMillis(60));
        ann.event(1, 3, "increment");
        assertThat(bob.heard()).isEmpty();
        live.advance(Duration.ofMillis(39));
        assertThat(bob.heard()).isEmpty();
        live.advance(Duration.ofMillis(1));
        assertThat(bob.heard()).containsExactly("update #1 v3 {count:3}");
        live.advance(INTERVAL);
        assertThat(bob.heard()).isEmpty();
        ann.event(1, 4, "increment");
        assertThat(bob.heard()).containsExactly("update #1 v4 {count:4}");
    }

    @Test
    void changes_ofOnesOwn_doNotWait() {
        ann.event(1, 1, "increment");
        ann.event(1, 2, "increment");
        assertThat(ann.heard()).containsExactly("update #1 v1 {count:1} acks[1]", "update #1 v2 {count:2} acks[2]");
        bob.event(1, 1, "increment");
        assertThat(bob.heard()).containsExactly("update #1 v1 {count:1}", "update #1 v3 {count:3} acks[1]");
        assertThat(ann.heard()).isEmpty();
        live.advance(INTERVAL);
        assertThat(ann.heard()).containsExactly("update #1 v3 {count:3}");
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void client_thatJoins_isTheFirstToKnow() {
        ann.event(1, 1, "increment");
        ann.event(1, 2, "increment");
        var cat = live.v1().subscribe(1, "Counter");
        assertThat(cat.transport.last()).contains("{count:2}");
        live.advance(INTERVAL);
        assertThat(bob.transport.last()).isEqualTo("update #1 v2 {count:2}");
    }

    @Test
    void component_notNamed_tellsAtOnce() {
        var dan = live.v1().subscribe(1, "Other");
        var eve = live.v1().subscribe(1, "Other");
        eve.heard();
        dan.event(1, 1, "increment");
        dan.event(1, 2, "increment");
        assertThat(eve.heard()).containsExactly("update #1 v1 {count:1}", "update #1 v2 {count:2}");
    }

    @Test
    void reminder_whenNobodyIsBehind_isNone() {
        int before = live.ticker.scheduled();
        ann.event(1, 1, "increment");
        assertThat(live.ticker.scheduled()).isEqualTo(before);
        ann.event(1, 2, "increment");
        ann.event(1, 3, "increment");
        assertThat(live.ticker.scheduled()).isEqualTo(before + 1);
        live.advance(INTERVAL);
        assertThat(live.ticker.scheduled()).isEqualTo(before);
    }
}
