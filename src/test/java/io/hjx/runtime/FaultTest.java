package io.hjx.runtime;

import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.ComponentFile.Scope;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.FakeScripts;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.fixture.RecordingTransport;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.StateStore.InstanceKey;
import io.hjx.runtime.spi.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** One that fails harms no other. */
class FaultTest {

    private final FakeScripts scripts = new FakeScripts();
    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter().script(FakeScripts.SOURCE));
    private final List<CompletableFuture<View>> looks = new ArrayList<>();

    {
        live.scripts = scripts;
    }

    /** A connection that fails at everything but sending. */
    private static final class Faulty implements Transport {
        @Override
        public void send(Frame frame, Completion done) {
            done.completed(true);
        }

        @Override
        public void ping() {
            throw new IllegalStateException("deliberate");
        }

        @Override
        public void close(CloseCode code, String reason) {
            throw new IllegalStateException("deliberate");
        }
    }

    private void connectFaulty() {
        live.runtime()
                .connect(
                        new ConnectionInfo(
                                Dialect.PLAIN,
                                Principal.ANONYMOUS,
                                new Target("Counter", ""),
                                false,
                                null,
                                "127.0.0.1"),
                        new Faulty());
        live.run();
    }

    private void lookOnce() {
        scripts.onStop = () -> {};
        looks.add(live.runtime().peek("Counter", "", Principal.ANONYMOUS, null).toCompletableFuture());
    }

    @Test
    void beat_oneFails_theOthersAreLookedAfterAndItIsLoggedOnce() {
        List<LogRecord> logged = new ArrayList<>();
        Logger logger = Logger.getLogger("io.hjx.runtime");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            connectFaulty();
            List<RecordingTransport> others = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                others.add(live.plain("Counter").transport);
                connectFaulty();
            }
            live.advance(Duration.ofSeconds(40));
            assertThat(others).allMatch(transport -> transport.pings() == 1);
            live.advance(Duration.ofSeconds(40));
            assertThat(others).allMatch(transport -> transport.closed() == CloseCode.GOING_AWAY);
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(logged).hasSizeBetween(1, 2).allMatch(entry -> entry.getThrown() != null);
    }

    @Test
    void stop_aCloseFails_allEnd() {
        connectFaulty();
        var ann = live.plain("Counter");
        connectFaulty();
        var stopped = live.runtime().stop().toCompletableFuture();
        live.run();
        assertThat(stopped).isCompleted();
        assertThat(ann.transport.closed()).isEqualTo(CloseCode.GOING_AWAY);
    }

    @Test
    void peek_theComponentCannotBeMade_isAFailedStage() {
        live.components.add(FakeBehavior.counter(), Scope.SHARED);
        live.components.behaviorFails = true;
        assertThat(live.runtime().peek("Counter", "", Principal.ANONYMOUS, null).toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void lease_whileTheInstanceEnds_isAFreshOne() {
        var ann = live.v1().subscribe(1, "Counter").event(1, 1, "increment");
        live.store.remove(new InstanceKey("Counter", ""));
        scripts.onStop = this::lookOnce;
        ann.event(1, 2, "increment");
        assertThat(ann.transport.last()).isEqualTo("error #1 unavailable");
        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look).isCompleted();
            assertThat(look.join().state()).containsEntry("count", number(0));
        });
        assertThat(live.plain("Counter").event("increment").transport.last()).isEqualTo("update {count:1}");
        assertThat(live.runtime().instanceCount()).isEqualTo(1);
    }

    @Test
    void lease_whileEverythingStops_isRefused() {
        live.plain("Counter");
        scripts.onStop = this::lookOnce;
        live.runtime().stop();
        live.run();
        assertThat(looks).singleElement().satisfies(look -> assertThat(look).isCompletedExceptionally());
        assertThat(live.runtime().instanceCount()).isZero();
    }
}
