package io.hjx.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.HjxServer;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.fixture.ManualExecutor;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.store.Functions;
import io.hjx.store.LiveStores;
import io.hjx.store.ObjectBinding;
import io.hjx.store.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveServerTest {

    private final LiveFixture world = LiveFixture.of(FakeBehavior.counter("Counter"));
    private final ManualExecutor listening = new ManualExecutor();
    private final AtomicInteger stops = new AtomicInteger();
    private final List<String> told = new ArrayList<>();
    private LiveServer server;

    @BeforeEach
    void start() {
        server = new LiveServer(
                world.runtime(),
                new LiveStores(
                        world.runtime(),
                        ObjectBinding.NONE,
                        Functions.here(),
                        Transactions.NONE,
                        world.executor,
                        world.executor),
                null,
                data -> data == null ? NullValue.NULL : new StringValue(data.toString()),
                listening,
                stops::incrementAndGet);
        server.watchClients();
        server.on("connection", client -> told.add("came " + client.id() + " " + client.component()));
        server.on("disconnection", client -> told.add("went " + client.id()));
    }

    private HjxServer.Client only() {
        assertThat(server.clients()).hasSize(1);
        return server.clients().iterator().next();
    }

    @Test
    void store_ofAComponent_isItsState() {
        LiveFixture.Peer peer = world.plain("Counter");
        server.store("Counter").set("count", 4);
        world.run();

        assertThat(server.store("Counter").get("count")).isEqualTo(4);
        assertThat(peer.heard()).last().asString().contains("count:4");
        assertThatThrownBy(() -> server.store("Conuter"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no component `Conuter`");
        assertThatThrownBy(() -> server.store("Counter", "a b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a key is at most 128 letters");
    }

    @Test
    void clients_tellOfTheirConnections() {
        LiveFixture.Peer peer = world.plain("Counter");
        world.run();
        HjxServer.Client client = only();
        long sent = client.sent();
        peer.event("increment");
        world.run();

        assertThat(client.id()).isEqualTo("1");
        assertThat(client.component()).isEqualTo("Counter");
        assertThat(client.key()).isEmpty();
        assertThat(client.principal()).isNull();
        assertThat(client.address()).isNotEmpty();
        assertThat(client.since()).isEqualTo(Instant.ofEpochMilli(world.ticker.currentMillis()));
        assertThat(client.received()).isEqualTo(1);
        assertThat(client.sent()).isEqualTo(sent + 1);
        assertThat(client.queue()).isZero();
        assertThat(client).isEqualTo(only()).hasToString("Client[1]");
    }

    @Test
    void queue_ofWhoDoesNotRead_grows() {
        LiveFixture.Peer peer = world.plain("Counter");
        world.run();
        peer.transport.stall();
        server.broadcast("news", "a");
        server.broadcast("news", "b");
        server.broadcast("news", "c");

        assertThat(only().queue()).isEqualTo(2);
    }

    @Test
    void listeners_areToldInOrder_laterAndOnTheirThread() {
        LiveFixture.Peer one = world.plain("Counter");
        world.plain("Counter");
        one.client.closed();
        world.run();
        assertThat(told).isEmpty();
        assertThat(listening.waiting()).isEqualTo(1);
        listening.runAll();

        assertThat(told).containsExactly("came 1 Counter", "came 2 Counter", "went 1");
    }

    @Test
    void listener_thatFails_keepsItFromNoOther() {
        server.on("connection", client -> {
            throw new IllegalStateException("no");
        });
        server.on("connection", client -> told.add("third"));
        world.plain("Counter");
        listening.runAll();

        assertThat(told).containsExactly("came 1 Counter", "third");
    }

    @Test
    void listeners_thatAreTooSlow_missTheLatest() {
        for (int i = 0; i < Announcements.MAX_WAITING; i++) {
            world.plain("Counter").client.closed();
        }
        listening.runAll();

        assertThat(told).hasSize(Announcements.MAX_WAITING);
        world.plain("Counter");
        listening.runAll();
        assertThat(told).hasSize(Announcements.MAX_WAITING + 1);
    }

    @Test
    void on_anotherEvent_isRefused() {
        assertThatThrownBy(() -> server.on("connect", client -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no event connect; there are connection and disconnection.");
    }

    @Test
    void broadcast_reachesAll() {
        LiveFixture.Peer one = world.plain("Counter");
        LiveFixture.Peer two = world.plain("Counter");
        world.run();
        one.transport.take();
        two.transport.take();
        server.broadcast("news", "a");

        assertThat(one.transport.take()).hasSize(1).isEqualTo(two.transport.take());
    }

    @Test
    void disconnect_closesWith1008() {
        LiveFixture.Peer peer = world.plain("Counter");
        only().disconnect();
        world.run();

        assertThat(peer.transport.closed()).isEqualTo(CloseCode.POLICY);
        assertThat(server.clients()).isEmpty();
    }

    @Test
    void stop_isHandedOn() {
        server.stop();

        assertThat(stops).hasValue(1);
    }
}
