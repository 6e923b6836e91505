package io.hjx.runtime.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.FakeTicker;
import io.hjx.runtime.fixture.ManualExecutor;
import io.hjx.runtime.fixture.RecordingTransport;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final ManualExecutor executor = new ManualExecutor();
    private final FakeTicker ticker = new FakeTicker();
    private final RecordingTransport transport = new RecordingTransport();
    private final Outbox outbox = new Outbox(transport, executor, ticker, 4);

    /** News that is only ever the latest number. */
    private static Frame text(String text) {
        return new Frame.Text(text);
    }

    private final class Latest implements Outbox.Source {
        private int value;
        private boolean waiting;

        void set(int newValue) {
            value = newValue;
            if (!waiting) {
                waiting = true;
                outbox.ready(this);
            }
        }

        @Override
        public void prepare(Deque<Frame> frames) {
            waiting = false;
            frames.add(text(String.valueOf(value)));
        }
    }

    @Test
    void send_whileOneIsOnItsWay_waits() {
        transport.stall();
        outbox.send(text("a"));
        outbox.send(text("b"));
        outbox.send(text("c"));
        assertThat(transport.frames()).containsExactly("a");
        transport.land();
        assertThat(transport.frames()).containsExactly("a", "b");
        transport.flow();
        assertThat(transport.frames()).containsExactly("a", "b", "c");
        assertThat(transport.mostInFlight()).isEqualTo(1);
    }

    @Test
    void ready_slowClient_getsTheLatestOnly() {
        transport.stall();
        Latest latest = new Latest();
        for (int i = 1; i <= 1_000; i++) {
            latest.set(i);
        }
        assertThat(transport.frames()).containsExactly("1");
        transport.flow();
        assertThat(transport.frames()).containsExactly("1", "1000");
    }

    @Test
    void completion_withinSend_doesNotRecurse() {
        AtomicInteger depth = new AtomicInteger();
        AtomicInteger deepest = new AtomicInteger();
        AtomicInteger sent = new AtomicInteger();
        Latest latest = new Latest();
        Outbox[] own = new Outbox[1];
        Transport immediate = new Transport() {
            @Override
            public void send(Frame frame, Completion done) {
                deepest.accumulateAndGet(depth.incrementAndGet(), Math::max);
                if (sent.incrementAndGet() < 2_000) {
                    own[0].ready(latest);
                }
                done.completed(true);
                depth.decrementAndGet();
            }

            @Override
            public void ping() {}

            @Override
            public void close(CloseCode code, String reason) {}
        };
        own[0] = new Outbox(immediate, executor, ticker, 4);
        own[0].ready(latest);
        executor.runAll();
        assertThat(sent).hasValue(2_000);
        assertThat(deepest).hasValue(1);
    }

    @Test
    void completion_twice_isIgnored() {
        List<Transport.Completion> flights = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        Transport twice = new Transport() {
            @Override
            public void send(Frame frame, Completion done) {
                frames.add(frame);
                flights.add(done);
            }

            @Override
            public void ping() {}

            @Override
            public void close(CloseCode code, String reason) {}
        };
        Outbox box = new Outbox(twice, executor, ticker, 4);
        box.send(text("a"));
        box.send(text("b"));
        box.send(text("c"));
        flights.get(0).completed(true);
        flights.get(0).completed(true);
        assertThat(frames).containsExactly(text("a"), text("b"));
    }

    @Test
    void sender_endlessNews_letsItsThreadGo() {
        Latest first = new Latest();
        outbox.ready(new Outbox.Source() {
            @Override
            public void prepare(Deque<Frame> frames) {
                for (int i = 0; i < 100; i++) {
                    frames.add(text("frame"));
                }
            }
        });
        assertThat(transport.count()).isEqualTo(64);
        first.set(1);
        executor.runAll();
        assertThat(transport.count()).isEqualTo(101);
    }

    @Test
    void send_pastTheBound_closes() {
        transport.stall();
        for (int i = 0; i < 6; i++) {
            outbox.send(text("x"));
        }
        assertThat(transport.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        transport.flow();
        assertThat(transport.count()).isEqualTo(1);
    }

    @Test
    void send_fails_closes() {
        Transport[] broken = new Transport[1];
        List<CloseCode> closed = new ArrayList<>();
        broken[0] = new Transport() {
            @Override
            public void send(Frame frame, Completion done) {
                done.completed(false);
            }

            @Override
            public void ping() {}

            @Override
            public void close(CloseCode code, String reason) {
                closed.add(code);
            }
        };
        Outbox box = new Outbox(broken[0], executor, ticker, 4);
        box.send(text("a"));
        box.send(text("b"));
        assertThat(closed).containsExactly(CloseCode.TRY_AGAIN_LATER);
    }

    @Test
    void stuck_afterTheTimeout_untilItLands() {
        transport.stall();
        outbox.send(text("a"));
        ticker.advance(Duration.ofSeconds(10), () -> {});
        assertThat(outbox.stuck(Duration.ofSeconds(10))).isFalse();
        ticker.advance(Duration.ofMillis(1), () -> {});
        assertThat(outbox.stuck(Duration.ofSeconds(10))).isTrue();
        transport.flow();
        assertThat(outbox.stuck(Duration.ofSeconds(10))).isFalse();
    }
}
