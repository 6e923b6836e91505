package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.Turmoil;
import io.hjx.test.LiveTest;
import io.hjx.test.Tracked;
import io.hjx.test.Tracked.Answer;
import io.hjx.test.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever goes wrong on the way, in the end every page shows what the server has, and what was acknowledged was done
 * once, in order. {@code -Dseed=7} runs one seed, {@code -Dseeds=500} more of them.
 */
class ConvergenceTest {

    private static final int DEFAULT_SEEDS = 3;

    /** Handlers that fail are part of it. */
    private static final Logger LOG = Logger.getLogger("io.hjx.runtime");

    private static final Duration SPAN = Duration.ofHours(1);

    @BeforeAll
    static void hush() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void unhush() {
        LOG.setLevel(null);
    }

    @TestFactory
    Stream<DynamicTest> turmoil_anHour_allConverge() {
        Long only = Long.getLong("seed");
        LongStream seeds = only != null
                ? LongStream.of(only)
                : LongStream.rangeClosed(1, Integer.getInteger("seeds", DEFAULT_SEEDS));
        return seeds.mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> run(seed)));
    }

    private static void run(long seed) {
        try (Turmoil turmoil = new Turmoil(seed)) {
            turmoil.rage(SPAN);
            turmoil.check();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Fails with -Dseed=" + seed + ": " + e.getMessage(), e);
        }
    }

    @Test
    void drop_beforeTheFirstEvent_recovers() {
        try (LiveTest test = LiveTest.of(Turmoil.BOARD)) {
            Tracked anna = new Tracked(test.user("anna"));
            anna.user().network().drop();
            anna.send("Append", "first");
            assertThat(anna.answers()).containsEntry("first", Answer.NONE);
            anna.user().network().reconnect();
            assertThat(anna.answers()).containsEntry("first", Answer.DONE);
            assertThat(test.state("log")).isEqualTo(List.of("first"));
            test.assertConverged();
        }
    }

    @Test
    void drop_whileTheFirstConnectionOpens_recovers() {
        try (LiveTest test = LiveTest.of(Turmoil.BOARD)) {
            User slow = test.user("anna");
            slow.network().delay(Duration.ofSeconds(1));
            slow.network().drop();
            slow.network().reconnect();
            Tracked anna = new Tracked(slow);
            anna.send("Append", "first");
            test.advance(Duration.ofMillis(1_500));
            slow.network().drop();
            test.advance(Duration.ofMillis(100));
            slow.network().reconnect();
            test.assertConverged();
            assertThat(test.state("log")).isEqualTo(List.of("first"));
        }
    }

    @Test
    void drop_twiceInARow_eventsAreDoneOnce() {
        try (LiveTest test = LiveTest.of(Turmoil.BOARD)) {
            Tracked anna = new Tracked(test.user("anna"));
            anna.user().network().delay(Duration.ofMillis(40));
            for (int i = 0; i < 10; i++) {
                anna.send("Append", "a" + i);
            }
            // The answers are on their way when the connection breaks, and again when it breaks again
            test.advance(Duration.ofMillis(60));
            anna.user().network().drop();
            anna.user().network().reconnect();
            test.advance(Duration.ofMillis(180));
            anna.user().network().drop();
            anna.user().network().reconnect();
            test.assertConverged();
            assertThat(anna.answers().values()).containsOnly(Answer.DONE);
            assertThat(test.state("log"))
                    .isEqualTo(Stream.iterate(0, i -> i + 1)
                            .limit(10)
                            .map(i -> "a" + i)
                            .toList());
        }
    }

    @Test
    void restart_withoutState_typedTextIsThereAgain() {
        try (LiveTest test = LiveTest.of(Turmoil.BOARD)) {
            User anna = test.user("anna");
            anna.type("Draft", "half a sen");
            test.restart();
            test.assertConverged();
            assertThat(anna.state("draft")).isEqualTo("half a sen");
        }
    }

    @Test
    void crash_keptState_nothingAcknowledgedIsLost() {
        try (LiveTest test = LiveTest.of(Turmoil.BOARD)) {
            Tracked anna = new Tracked(test.user("anna"));
            anna.send("Append", "before");
            test.advance(Duration.ZERO);
            test.crash();
            test.assertConverged();
            anna.send("Append", "after");
            test.assertConverged();
            assertThat(test.state("log")).isEqualTo(List.of("before", "after"));
            assertThat(anna.answers()).isEqualTo(Map.of("before", Answer.DONE, "after", Answer.DONE));
        }
    }

    @Test
    void remove_itemWithNamesOfTheClientsOwn_theyAreGoneFromThePage() {
        try (LiveTest test = LiveTest.of("turmoil/Picks")) {
            User anna = test.user("anna");
            anna.all("textbox").get(0).type("about a");
            anna.click("Drop");
            test.assertConverged();
            assertThat(anna.state().values()).doesNotContain("about a");
            anna.click("Bring");
            anna.dontSee("about a");
            test.assertConverged();
        }
    }

    @Test
    void remove_whileTheClientIsAway_itsOwnNamesOfTheItemAreGoneFromThePage() {
        try (LiveTest test = LiveTest.of("turmoil/Picks")) {
            User anna = test.user("anna");
            User ben = test.user("ben");
            anna.all("textbox").get(0).type("about a");
            anna.network().drop();
            ben.click("Drop");
            anna.network().reconnect();
            test.assertConverged();
            ben.click("Bring");
            anna.dontSee("about a");
            test.assertConverged();
        }
    }
}
