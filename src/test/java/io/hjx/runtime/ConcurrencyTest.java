package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fanout.Client;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real threads: what the other tests show one step at a time holds when everything happens at once. */
class ConcurrencyTest {

    private static final Pattern VERSION = Pattern.compile(" v(\\d+) \\{count:(\\d+)}");
    private static final Pattern ACKS = Pattern.compile("acks\\[([\\d, ]+)]");

    /** What is done before a client has its first snapshot is acknowledged by itself. */
    private static final Pattern ACK = Pattern.compile("^ack #1 id\\d+");

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ExecutorService network = Executors.newFixedThreadPool(2);
    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter());

    @AfterEach
    void end() {
        threads.shutdownNow();
        network.shutdownNow();
    }

    /** A connection that completes sends in all three ways: within the call, before it returns elsewhere, and later. */
    private final class Wire implements Transport {
        private final AtomicInteger inFlight = new AtomicInteger();
        private final AtomicBoolean overlapped = new AtomicBoolean();
        private final List<Long> versions = new ArrayList<>();
        private final CountDownLatch arrived;
        private final int goal;
        private final AtomicInteger acknowledged = new AtomicInteger();
        private int turn;

        Wire(int goal) {
            this.goal = goal;
            this.arrived = new CountDownLatch(1);
        }

        @Override
        public void send(Frame frame, Completion done) {
            String text = ((Frame.Text) frame).text();
            if (inFlight.incrementAndGet() != 1) {
                overlapped.set(true);
            }
            Matcher version = VERSION.matcher(text);
            boolean last = false;
            synchronized (versions) {
                if (version.find()) {
                    versions.add(Long.valueOf(version.group(1)));
                    last = Integer.parseInt(version.group(2)) == goal;
                }
                turn++;
            }
            Matcher acks = ACKS.matcher(text);
            if (acks.find()) {
                acknowledged.addAndGet(acks.group(1).split(",").length);
            } else if (ACK.matcher(text).find()) {
                acknowledged.incrementAndGet();
            }
            Runnable completion = () -> {
                inFlight.decrementAndGet();
                done.completed(true);
            };
            if (turn % 2 == 0) {
                completion.run();
            } else {
                network.execute(completion);
            }
            if (last) {
                arrived.countDown();
            }
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseCode code, String reason) {}
    }

    @Test
    void events_thousandFromTwentyClients_allArriveEverywhere() throws InterruptedException {
        int clients = 20;
        int each = 50;
        LiveRuntime runtime = live.runtime(threads);
        List<Wire> wires = new ArrayList<>();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Wire wire = new Wire(clients * each);
            wires.add(wire);
            ConnectionInfo info = new ConnectionInfo(Dialect.V1, Principal.ANONYMOUS, null, false, null, "127.0.0.1");
            Client client = runtime.connect(info, wire);
            client.receive(new ClientMessage.Hello(null, null));
            client.receive(new ClientMessage.Subscribe(1, "Counter", "", null));
            senders.add(new Thread(() -> {
                for (int id = 1; id <= each; id++) {
                    while (id - wire.acknowledged.get() > 32) {
                        Thread.onSpinWait();
                    }
                    client.receive(new ClientMessage.Event(1, id, "increment", List.of()));
                }
            }));
        }
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join(20_000);
        }
        for (Wire wire : wires) {
            assertThat(wire.arrived.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(wire.overlapped).isFalse();
            synchronized (wire.versions) {
                assertThat(wire.versions).isSorted().doesNotHaveDuplicates();
            }
        }
        runtime.stop().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(runtime.instanceCount()).isZero();
        assertThat(runtime.clientCount()).isZero();
        assertThat(live.ticker.scheduled()).isZero();
    }

    @Test
    void clients_comingAndGoing_leaveNothing() throws InterruptedException {
        LiveRuntime runtime = live.runtime(threads);
        List<Thread> visitors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            visitors.add(new Thread(() -> {
                for (int visit = 0; visit < 200; visit++) {
                    Client client = runtime.connect(
                            new ConnectionInfo(
                                    Dialect.PLAIN,
                                    Principal.ANONYMOUS,
                                    new ClientMessage.Target("Counter", "k" + visit % 3),
                                    false,
                                    null,
                                    "127.0.0.1"),
                            new Wire(-1));
                    client.receive(new ClientMessage.PlainEvent(null, "increment", List.of()));
                    client.closed();
                }
            }));
        }
        visitors.forEach(Thread::start);
        for (Thread visitor : visitors) {
            visitor.join(20_000);
        }
        assertThat(runtime.clientCount()).isZero();
        assertThat(runtime.instanceCount()).isEqualTo(3);
        runtime.stop().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(runtime.instanceCount()).isZero();
    }
}
