package io.hjx.runtime.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.FakeTicker;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.Principal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResumptionsTest {

    private static final ConnectionInfo INFO =
            new ConnectionInfo(Dialect.V1, Principal.ANONYMOUS, null, false, null, "127.0.0.1");

    private final FakeTicker ticker = new FakeTicker();
    private final AtomicInteger ids = new AtomicInteger();
    private final Resumptions resumptions =
            new Resumptions(() -> "id" + ids.incrementAndGet(), ticker, Duration.ofMinutes(10));
    private final Client client = new LiveFixture().v1().client;

    private String comeAndGo() {
        String token = resumptions.welcome(client, INFO).token();
        resumptions.leave(token, client);
        return token;
    }

    @Test
    void purge_windowIsOver_nobodyIsAwaited() {
        String early = comeAndGo();
        ticker.advance(Duration.ofMinutes(5), () -> {});
        String late = comeAndGo();
        ticker.advance(Duration.ofMinutes(5), () -> {});
        resumptions.purge();
        assertThat(resumptions.awaited()).isEqualTo(1);
        assertThat(resumptions.resume(early, client, INFO)).isNull();
        assertThat(resumptions.resume(late, client, INFO)).isNotNull();
        assertThat(resumptions.awaited()).isZero();
    }

    @Test
    void leave_tooManyHave_whoLeftFirstIsForgotten() {
        String first = comeAndGo();
        for (int i = 0; i < 30_000; i++) {
            comeAndGo();
        }
        assertThat(resumptions.awaited()).isEqualTo(20_000);
        assertThat(resumptions.resume(first, client, INFO)).isNull();
    }
}
