package io.hjx.runtime.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings.Rate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserRatesTest {

    private static final Principal ANN = new Principal("ann", Set.of());

    private final UserRates rates = new UserRates();
    private final Rate two = new Rate(1, 2);

    @Test
    void leave_lastOne_isForgotten() {
        var first = rates.join(ANN, two, 0);
        var second = rates.join(new Principal("ann", Set.of("admin")), two, 0);
        assertThat(rates.size()).isEqualTo(1);

        first.leave();
        assertThat(rates.size()).isEqualTo(1);
        assertThat(second.take(0)).isTrue();
        second.leave();
        assertThat(rates.size()).isZero();
    }

    @Test
    void join_whileOneStays_findsTheSameBucket() {
        var first = rates.join(ANN, two, 0);
        first.take(0);
        first.take(0);

        assertThat(rates.join(ANN, two, 0).take(0)).isFalse();
    }

    @Test
    void join_anonymous_isNotRemembered() {
        var nobody = rates.join(Principal.ANONYMOUS, two, 0);

        for (int i = 0; i < 10; i++) {
            assertThat(nobody.take(0)).isTrue();
        }
        nobody.leave();
        assertThat(rates.size()).isZero();
    }
}
