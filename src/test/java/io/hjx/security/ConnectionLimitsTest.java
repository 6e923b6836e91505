package io.hjx.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.security.ConnectionLimits.Full;
import io.hjx.security.ConnectionLimits.Place;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionLimitsTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void reserve_perAddress_isKept() {
        ConnectionLimits limits = new ConnectionLimits(10, 2, nanos::get);
        Place first = (Place) limits.reserve("a");
        limits.reserve("a");

        assertThat(limits.reserve("a")).isEqualTo(Full.ADDRESS);
        assertThat(limits.full("a")).isEqualTo(Full.ADDRESS);
        assertThat(limits.reserve("b")).isInstanceOf(Place.class);

        first.release();
        first.release();
        assertThat(limits.size()).isEqualTo(2);
        assertThat(limits.full("a")).isNull();
    }

    @Test
    void reserve_total_isKept() {
        ConnectionLimits limits = new ConnectionLimits(1, 0, nanos::get);
        limits.reserve("a");

        assertThat(limits.reserve("b")).isEqualTo(Full.SERVER);
        assertThat(limits.full("b")).isEqualTo(Full.SERVER);
        assertThat(limits.size()).isEqualTo(1);
    }

    @Test
    void reserve_neverTaken_lapses() {
        ConnectionLimits limits = new ConnectionLimits(1, 0, nanos::get);
        Place lost = (Place) limits.reserve("a");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(11));

        assertThat(limits.reserve("b")).isInstanceOf(Place.class);
        assertThat(lost.take()).isFalse();
        lost.release();
        assertThat(limits.size()).isEqualTo(1);
    }

    @Test
    void reserve_taken_stays() {
        ConnectionLimits limits = new ConnectionLimits(1, 0, nanos::get);
        Place place = (Place) limits.reserve("a");

        assertThat(place.take()).isTrue();
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(limits.reserve("b")).isEqualTo(Full.SERVER);

        place.release();
        assertThat(limits.reserve("b")).isInstanceOf(Place.class);
    }
}
