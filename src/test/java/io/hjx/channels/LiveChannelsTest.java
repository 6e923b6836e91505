package io.hjx.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.Connection;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.RuntimeSettings.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveChannelsTest {

    private final ChannelsFixture world = new ChannelsFixture();
    private final ChannelsFixture.Recorder recorder = world.recorder;

    @Test
    void calls_ofOneConnection_areInOrderAndOneAtATime() {
        ChannelsFixture.Client client = world.connect();
        client.connection.receive("a");
        client.connection.receive("b");
        client.connection.closed();
        client.connection.closed();
        assertThat(world.workers.waiting()).as("tasks of one connection").isEqualTo(1);
        world.workers.runAll();

        assertThat(recorder.take()).containsExactly("connect 1", "message 1 a", "message 1 b", "disconnect 1");
        assertThat(world.channels.connectionCount()).isZero();
    }

    @Test
    void connections_takeTurns() {
        ChannelsFixture.Client one = world.connect();
        ChannelsFixture.Client two = world.connect();
        recorder.take();
        one.connection.receive("a");
        one.connection.receive("b");
        two.connection.receive("c");
        world.workers.runAll();

        assertThat(recorder.take()).containsExactly("message 1 a", "message 2 c", "message 1 b");
    }

    @Test
    void connection_tellsOfTheHandshake() {
        world.connect("ann", Map.of("User-Agent", List.of("test"), "X-Two", List.of("a", "b")));
        Connection connection = recorder.last;

        assertThat(connection.principal().getName()).isEqualTo("ann");
        assertThat(connection.headers()).containsEntry("X-Two", List.of("a", "b"));
        assertThat(connection.headers().get("user-agent")).containsExactly("test");
        assertThat(connection).hasToString("Connection[1]");
        world.connect();
        assertThat(recorder.last.principal()).isNull();
        assertThat(recorder.last.id()).isNotEqualTo(connection.id());
    }

    @Test
    void send_fromAnyThread_keepsItsOrder() {
        ChannelsFixture.Client client = world.connect();
        client.transport.stall();
        IntStream.range(0, 5).forEach(i -> recorder.last.send("line " + i));
        assertThat(client.transport.inFlight()).isEqualTo(1);
        client.transport.flow();

        assertThat(client.heard()).containsExactly("line 0", "line 1", "line 2", "line 3", "line 4");
        assertThat(client.transport.mostInFlight()).isEqualTo(1);
    }

    @Test
    void send_toWhoDoesNotRead_closesPastTheBound() {
        ChannelsFixture.Client client = world.connect();
        client.transport.stall();
        int most = RuntimeSettings.standard().traffic().queued();
        IntStream.rangeClosed(0, most).forEach(i -> recorder.last.send("line"));
        assertThat(client.closed()).isNull();
        recorder.last.send("one too many");

        assertThat(client.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        world.workers.runAll();
        assertThat(recorder.take()).containsExactly("connect 1", "disconnect 1");
        recorder.last.send("to nobody");
    }

    @Test
    void send_fewLargeTexts_closesPastTheBoundToo() {
        ChannelsFixture.Client client = world.connect();
        client.transport.stall();
        String large = "x".repeat(1 << 20);
        recorder.last.send(large);
        recorder.last.send(large);
        assertThat(client.closed()).isNull();
        recorder.last.send(large);
        recorder.last.send("one too many");

        assertThat(client.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
    }

    @Test
    void close_byTheChannel_letsGoWhatWasSentAndHearsNoMore() {
        ChannelsFixture.Client client = world.connect();
        client.transport.stall();
        client.connection.receive("heard too late");
        recorder.last.send("one");
        recorder.last.send("bye");
        recorder.last.close();
        recorder.last.send("never");
        assertThat(client.closed()).isNull();
        client.transport.flow();

        assertThat(client.heard()).containsExactly("one", "bye");
        assertThat(client.closed()).isEqualTo(CloseCode.NORMAL);
        client.connection.closed();
        world.workers.runAll();
        assertThat(recorder.take()).containsExactly("connect 1", "disconnect 1");
    }

    @Test
    void close_nothingWaits_closesAtOnce() {
        ChannelsFixture.Client client = world.connect();
        recorder.last.close();

        assertThat(client.closed()).isEqualTo(CloseCode.NORMAL);
    }

    @Test
    void close_clientTakesNothing_endsAfterTheSendTime() {
        ChannelsFixture.Client client = world.connect();
        client.transport.stall();
        recorder.last.send("bye");
        recorder.last.close();
        world.advance(Duration.ofSeconds(12));

        assertThat(client.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
    }

    @Test
    void onMessage_throws_isToldAndTheConnectionLives() {
        ChannelsFixture.Client client = world.connect();
        recorder.take();
        client.say("throw").say("overflow").say("after");

        assertThat(recorder.take())
                .containsExactly(
                        "message 1 throw",
                        "error 1 Exception",
                        "message 1 overflow",
                        "error 1 StackOverflowError",
                        "message 1 after");
        assertThat(client.closed()).isNull();
    }

    @Test
    void onConnect_throws_closesWith1013() {
        recorder.refuses = true;
        ChannelsFixture.Client client = world.connect();

        assertThat(client.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(recorder.take()).containsExactly("connect 1", "error 1 IllegalStateException", "disconnect 1");
        client.say("nobody hears this");
        assertThat(recorder.take()).isEmpty();
    }

    @Test
    void failed_connection_isTold() {
        world.connect().connection.failed(new java.io.IOException("broken pipe"));
        world.workers.runAll();

        assertThat(recorder.take()).containsExactly("connect 1", "error 1 IOException");
    }

    @Test
    void receive_tooFast_closesWith1008() {
        ChannelsFixture slow =
                new ChannelsFixture(RuntimeSettings.standard().traffic().withRates(new Rate(1, 2), new Rate(0, 1)));
        ChannelsFixture.Client client = slow.connect();
        client.say("1").say("2");
        assertThat(client.closed()).isNull();
        client.say("3");

        assertThat(client.closed()).isEqualTo(CloseCode.POLICY);
        assertThat(slow.recorder.take()).containsExactly("connect 1", "message 1 1", "message 1 2", "disconnect 1");
    }

    @Test
    void receive_moreThanTheChannelTakes_closesWith1013() {
        ChannelsFixture open =
                new ChannelsFixture(RuntimeSettings.standard().traffic().withRates(new Rate(0, 1), new Rate(0, 1)));
        ChannelsFixture.Client client = open.connect();
        IntStream.range(0, Callbacks.MAX_WAITING).forEach(i -> client.connection.receive("m"));
        assertThat(client.closed()).isNull();
        client.connection.receive("one too many");

        assertThat(client.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        open.workers.runAll();
        assertThat(open.recorder.calls).hasSize(Callbacks.MAX_WAITING + 2).endsWith("disconnect 1");
    }

    @Test
    void silence_forTwoPeriods_closes() {
        ChannelsFixture.Client silent = world.connect();
        ChannelsFixture.Client answering = world.connect();
        for (int i = 0; i < 7; i++) {
            world.advance(Duration.ofSeconds(10));
            answering.connection.heard();
        }

        assertThat(silent.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(silent.transport.pings()).isPositive();
        assertThat(answering.closed()).isNull();
        assertThat(world.channels.connectionCount()).isEqualTo(1);
    }

    @Test
    void close_all_tellsEverybodyAndRefusesLaterOnes() {
        ChannelsFixture.Client client = world.connect();
        world.channels.close();
        ChannelsFixture.Client late = world.connect();

        assertThat(client.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(late.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(world.channels.isClosed()).isTrue();
        assertThat(world.channels.connectionCount()).isZero();
        assertThat(recorder.take()).containsExactly("connect 1", "disconnect 1", "connect 2", "disconnect 2");
    }
}
