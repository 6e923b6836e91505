package io.hjx.runtime.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.spi.RuntimeSettings;
import org.junit.jupiter.api.Test;

class TokenBucketTest {

    @Test
    void take_burst_thenTheRate() {
        TokenBucket bucket = new TokenBucket(new RuntimeSettings.Rate(10, 3), 0);
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(0)).isTrue();
        assertThat(bucket.take(0)).isFalse();
        assertThat(bucket.take(99_999_999)).isFalse();
        assertThat(bucket.take(100_000_000)).isTrue();
        assertThat(bucket.take(100_000_000)).isFalse();
    }

    @Test
    void take_withoutLimit_always() {
        TokenBucket bucket = new TokenBucket(new RuntimeSettings.Rate(0, 0), 0);
        for (int i = 0; i < 10_000; i++) {
            assertThat(bucket.take(0)).isTrue();
        }
    }
}
