package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FailureLimitTest {

    private final AtomicLong now = new AtomicLong(5_000);
    private final AtomicInteger more = new AtomicInteger();
    private final FailureLimit limit = new FailureLimit(now::get, more::incrementAndGet);

    private long permitted() {
        return IntStream.range(0, 1_000).filter(i -> limit.permits()).count();
    }

    @Test
    void permits_endsAtTheBound_untilTheNextSecond() {
        assertThat(permitted()).isEqualTo(100);
        now.addAndGet(999);
        assertThat(permitted()).isZero();
        assertThat(more).hasValue(1);
        now.addAndGet(1);
        assertThat(permitted()).isEqualTo(100);
        assertThat(more).hasValue(2);
    }

    @Test
    void permits_clockSetBack_goesOn() {
        permitted();
        now.set(0);
        assertThat(permitted()).isEqualTo(100);
    }

    @Test
    void cut_longText_endsInDots() {
        assertThat(FailureLimit.cut("x".repeat(9_000))).hasSize(8_195).endsWith("x...");
        assertThat(FailureLimit.cut("short")).isEqualTo("short");
    }
}
