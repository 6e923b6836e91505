package io.hjx.messages;

import static io.hjx.messages.MessagesFixture.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.MessageRefusedException;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.RuntimeSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveMessageServerTest {

    private final MessagesFixture fixture = new MessagesFixture();
    private final LiveMessageServer server = fixture.server;
    private final List<Object> handled = new ArrayList<>();

    public record Line(String message) {}

    private void keep(String type) {
        server.on(type, message -> {
            handled.add(message.payload());
            return null;
        });
    }

    @Test
    void connect_first_isWelcomedWithItsToken() {
        var client = fixture.connect(claim("ann"));

        assertThat(client.heard()).containsExactly("{\"type\":\"welcome\",\"payload\":{\"token\":\"s1\"}}");
        assertThat(server.sources()).containsExactly("ann");
    }

    @Test
    void message_withId_isAnsweredWithTheReturnedValue() {
        server.on("add", message -> Map.of("from", message.source()));
        var client = fixture.connect("ann");

        client.say("{\"type\":\"add\",\"id\":7}").say("{\"type\":\"add\",\"id\":\"7\"}");

        assertThat(client.heard())
                .containsExactly(
                        "{\"replyTo\":7,\"payload\":{\"from\":\"ann\"}}",
                        "{\"replyTo\":\"7\",\"payload\":{\"from\":\"ann\"}}");
    }

    @Test
    void message_handlerReturnsNothing_isAcknowledged() {
        keep("log");
        var client = fixture.connect("ann");

        client.say("{\"type\":\"log\",\"id\":1}").say("{\"type\":\"log\"}");

        assertThat(client.heard()).containsExactly("{\"replyTo\":1}");
        assertThat(handled).hasSize(2);
    }

    @Test
    void message_sourceInIt_meansNothing() {
        server.on("who", message -> message.source());
        var client = fixture.connect("ann");

        client.say("{\"type\":\"who\",\"source\":\"boss\",\"id\":1}");

        assertThat(client.heard()).containsExactly("{\"replyTo\":1,\"payload\":\"ann\"}");
    }

    @Test
    void message_typed_isMadeIntoTheClass() {
        server.on("line", Line.class, message -> message.payload().message());
        var client = fixture.connect("ann");

        client.say("{\"type\":\"line\",\"id\":1,\"payload\":{\"message\":\"Hello\",\"more\":[]}}");

        assertThat(client.heard()).containsExactly("{\"replyTo\":1,\"payload\":\"Hello\"}");
    }

    @Test
    void message_untyped_isPlainJava() {
        keep("any");
        var client = fixture.connect("ann");

        client.say("{\"type\":\"any\",\"payload\":{\"b\":9007199254740993,\"a\":[1.5,\"x\",true,null,1e3]}}");

        assertThat(handled.get(0)).hasToString("{b=9007199254740993, a=[1.5, x, true, null, 1000.0]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"line\",\"id\":1} | bad-message",
                "{\"type\":\"line\",\"id\":1,\"payload\":null} | bad-message",
                "{\"type\":\"line\",\"id\":1,\"payload\":[1]} | bad-message",
                "{\"type\":\"line\",\"id\":1,\"payload\":\"text\"} | bad-message",
                "{\"type\":\"nobody\",\"id\":1} | unknown-type"
            })
    void message_notForTheHandler_isRefusedByItsId(String frame, String code) {
        server.on("line", Line.class, message -> handled.add(message));
        var client = fixture.connect("ann");

        client.say(frame);

        assertThat(client.heard())
                .singleElement()
                .asString()
                .startsWith("{\"type\":\"error\",\"replyTo\":1,\"code\":\"" + code + "\",\"message\":\"");
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"log\" | bad-json",
                "log | bad-json",
                "{\"type\":\"log\"} {} | bad-json",
                "[] | bad-message",
                "{} | bad-message",
                "{\"payload\":1} | bad-message",
                "{\"type\":7} | bad-message",
                "{\"type\":\"\"} | bad-message",
                "{\"type\":\"log\",\"type\":\"log\"} | bad-message",
                "{\"type\":\"log\",\"id\":true} | bad-message",
                "{\"type\":\"log\",\"id\":{}} | bad-message",
                "{\"type\":\"log\",\"id\":\"\"} | bad-message",
                "{\"replyTo\":[1]} | bad-message"
            })
    void message_nonsense_isAnsweredAndTheNextIsTaken(String frame, String code) {
        keep("log");
        var client = fixture.connect("ann");

        client.say(frame);
        assertThat(client.heard())
                .singleElement()
                .asString()
                .startsWith("{\"type\":\"error\",\"code\":\"" + code + "\",\"message\":\"")
                .doesNotContain("Exception");

        client.say("{\"type\":\"log\",\"id\":1}");
        assertThat(client.heard()).containsExactly("{\"replyTo\":1}");
    }

    @Test
    void message_tooDeepOrLongNames_areRefused() {
        keep("log");
        var client = fixture.connect("ann");

        client.say("{\"type\":\"log\",\"payload\":" + "[".repeat(40) + "]".repeat(40) + "}");
        client.say("{\"type\":\"" + "x".repeat(129) + "\"}");
        client.say("{\"type\":\"log\",\"id\":\"" + "x".repeat(129) + "\"}");

        assertThat(client.heard())
                .hasSize(3)
                .allSatisfy(frame -> assertThat(frame).startsWith("{\"type\":\"error\""));
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "1", "12345678901234567890", "1.0"})
    void message_numbersOfAnyKind_areAnswered(String number) {
        server.on("echo", message -> message.payload());
        var client = fixture.connect("ann");
        String digits = number + (number.equals("1") ? "0".repeat(5_000) : "");

        client.say("{\"type\":\"echo\",\"payload\":[" + digits + "],\"id\":" + number + "}");
        client.say("{\"type\":\"echo\",\"payload\":7,\"id\":2}");

        assertThat(client.heard()).hasSize(2).last().isEqualTo("{\"replyTo\":2,\"payload\":7}");
    }

    @Test
    void handler_fails_isToldSafelyAndHarmsNobody() {
        server.on("fail", message -> {
            throw new IllegalStateException("the password is 1234");
        });
        server.on("unwritable", message -> Double.NaN);
        keep("log");
        var client = fixture.connect("ann");

        client.say("{\"type\":\"fail\",\"id\":1}").say("{\"type\":\"fail\"}").say("{\"type\":\"log\",\"id\":2}");

        String why = "\"code\":\"handler-failed\",\"message\":\"The message could not be handled.\"}";
        assertThat(client.heard())
                .containsExactly(
                        "{\"type\":\"error\",\"replyTo\":1," + why, "{\"type\":\"error\"," + why, "{\"replyTo\":2}");
        client.say("{\"type\":\"unwritable\",\"id\":3}");
        assertThat(client.heard()).singleElement().asString().contains("handler-failed");
    }

    @Test
    void handler_refuses_itsWordsAreTold() {
        server.on("join", message -> {
            throw new MessageRefusedException("room-full", "The room is full.");
        });
        var client = fixture.connect("ann");

        client.say("{\"type\":\"join\",\"id\":1}");

        assertThat(client.heard())
                .containsExactly(
                        "{\"type\":\"error\",\"replyTo\":1,\"code\":\"room-full\",\"message\":\"The room is full.\"}");
    }

    @Test
    void handler_repliesLater_theNextDoesNotWait() {
        CompletableFuture<String> later = new CompletableFuture<>();
        server.on("slow", message -> later);
        keep("log");
        var client = fixture.connect("ann");

        client.say("{\"type\":\"slow\",\"id\":1}").say("{\"type\":\"log\",\"id\":2}");
        assertThat(client.heard()).containsExactly("{\"replyTo\":2}");
        later.complete("done");
        assertThat(client.heard()).containsExactly("{\"replyTo\":1,\"payload\":\"done\"}");
    }

    @Test
    void handler_replyFailsLater_isToldSafely() {
        CompletableFuture<String> later = new CompletableFuture<>();
        CompletionStage<String> wrapped = later.thenApply(text -> text);
        server.on("slow", message -> wrapped);
        var client = fixture.connect("ann");

        client.say("{\"type\":\"slow\",\"id\":1}");
        later.completeExceptionally(new MessageRefusedException("too-late", "Too late."));

        assertThat(client.heard())
                .containsExactly("{\"type\":\"error\",\"replyTo\":1,\"code\":\"too-late\",\"message\":\"Too late.\"}");
    }

    @Test
    void messages_ofOneSource_areHandledInOrder() {
        keep("log");
        var client = fixture.connect("ann");

        for (int i = 0; i < 100; i++) {
            client.sayOnly("{\"type\":\"log\",\"payload\":" + i + "}");
        }
        assertThat(fixture.workers.waiting()).isEqualTo(1);
        fixture.workers.runAll();

        assertThat(handled)
                .isEqualTo(
                        IntStream.range(0, 100).mapToObj(i -> (Object) (long) i).toList());
    }

    @Test
    void messages_tooManyUnanswered_areRefusedAndMayComeAgain() {
        keep("log");
        var client = fixture.connect("ann");

        for (int i = 0; i <= 256; i++) {
            client.sayOnly("{\"type\":\"log\",\"id\":" + i + "}");
        }
        assertThat(client.heard()).singleElement().asString().contains("\"replyTo\":256,\"code\":\"busy\"");
        fixture.workers.runAll();
        assertThat(client.heard()).hasSize(256);

        client.say("{\"type\":\"log\",\"id\":256}");
        assertThat(client.heard()).containsExactly("{\"replyTo\":256}");
        assertThat(handled).hasSize(257);
    }

    @Test
    void messages_tooLargeTogether_areRefused() {
        keep("log");
        var client = fixture.connect("ann");
        String large = "\"" + "x".repeat(60_000) + "\"";

        for (int i = 0; i < 20; i++) {
            client.sayOnly("{\"type\":\"log\",\"id\":" + i + ",\"payload\":" + large + "}");
        }

        assertThat(client.heard())
                .hasSize(2)
                .allSatisfy(frame -> assertThat(frame).contains("busy"));
    }

    @Test
    void on_again_replacesTheHandler() {
        keep("log");
        server.on("log", message -> "second");
        server.onUnclaimed("log", Object.class, message -> "example");
        server.onUnclaimed("free", Object.class, message -> "example");
        var client = fixture.connect("ann");

        client.say("{\"type\":\"log\",\"id\":1}").say("{\"type\":\"free\",\"id\":2}");
        assertThat(client.heard())
                .containsExactly("{\"replyTo\":1,\"payload\":\"second\"}", "{\"replyTo\":2,\"payload\":\"example\"}");

        server.on("free", message -> "own");
        client.say("{\"type\":\"free\",\"id\":3}");
        assertThat(client.heard()).containsExactly("{\"replyTo\":3,\"payload\":\"own\"}");
    }

    @Test
    void sendTo_oneClient_onlyItHears() {
        var ann = fixture.connect("ann");
        var ben = fixture.connect("ben");

        assertThat(server.sendTo("ann", "note", List.of(1, "two"))).isTrue();
        assertThat(server.sendTo("ann", "bare", null)).isTrue();
        assertThat(server.sendTo("nobody", "note", null)).isFalse();

        assertThat(ann.heard()).containsExactly("{\"type\":\"note\",\"payload\":[1,\"two\"]}", "{\"type\":\"bare\"}");
        assertThat(ben.heard()).isEmpty();
    }

    @Test
    void broadcast_withAndWithoutExclusion_reachesTheOthers() {
        var ann = fixture.connect("ann");
        var ben = fixture.connect("ben");

        server.broadcast("all", new Line("x"));
        server.broadcast("others", null, "ann");

        assertThat(ann.heard()).containsExactly("{\"type\":\"all\",\"payload\":{\"message\":\"x\"}}");
        assertThat(ben.heard())
                .containsExactly("{\"type\":\"all\",\"payload\":{\"message\":\"x\"}}", "{\"type\":\"others\"}");
    }

    @Test
    void broadcast_unwritable_isTheCallersFault() {
        assertThatThrownBy(() -> server.broadcast("x", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closed_connection_isNoSourceAnyMore() {
        var client = fixture.connect("ann");
        fixture.connect("ben");

        client.connection.closed();
        client.connection.closed();

        assertThat(server.sources()).containsExactly("ben");
        assertThat(server.sendTo("ann", "x", null)).isFalse();
    }

    @Test
    void heartbeat_silentForTwoPeriods_isClosedAndGone() {
        var ann = fixture.connect("ann");
        var ben = fixture.connect("ben");

        fixture.advance(Duration.ofSeconds(31));
        assertThat(ann.transport.pings()).isEqualTo(1);
        ben.connection.heard();
        fixture.advance(Duration.ofSeconds(30));

        assertThat(ann.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(ben.closed()).isNull();
        assertThat(server.sources()).containsExactly("ben");
    }

    @Test
    void messages_tooFast_closeTheConnection() {
        keep("log");
        var client = fixture.connect("ann");

        for (int i = 0; i <= 1_000; i++) {
            client.say("nonsense");
        }

        assertThat(client.closed()).isEqualTo(CloseCode.POLICY);
        assertThat(server.sources()).isEmpty();
    }

    @Test
    void slowClient_isClosedAndTheOthersHear() {
        var slow = fixture.connect("slow");
        var ann = fixture.connect("ann");
        slow.transport.stall();

        for (int i = 0; i < 300; i++) {
            server.broadcast("n", i);
        }

        assertThat(slow.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(slow.transport.mostInFlight()).isEqualTo(1);
        assertThat(ann.heard()).hasSize(300);
        assertThat(server.sources()).containsExactly("ann");
    }

    @Test
    void slowClient_largeFrames_isClosedBySize() {
        var slow = fixture.connect("slow");
        slow.transport.stall();

        for (int i = 0; i < 20; i++) {
            server.sendTo("slow", "n", "x".repeat(100_000));
        }

        assertThat(slow.closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
    }

    @Test
    void error_fromAClient_isNotAnsweredWithOne() {
        var client = fixture.connect("ann");

        client.say("{\"type\":\"error\",\"code\":\"x\",\"message\":\"y\"}").say("{\"replyTo\":\"nothing\"}");

        assertThat(client.heard()).isEmpty();
    }

    @Test
    void close_everybodyIsGone_andNobodyComes() {
        var client = fixture.connect("ann");

        server.close();
        server.close();

        assertThat(client.closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(fixture.connect(claim("ben")).closed()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(server.sources()).isEmpty();
        assertThat(fixture.ticker.scheduled()).isZero();
    }

    @Test
    void userRate_isSharedByTheUsersSources() {
        var traffic = RuntimeSettings.standard().traffic();
        var narrow = new MessagesFixture(
                MessageSettings.of(traffic.withRates(traffic.client(), new RuntimeSettings.Rate(1, 3))));
        var one = narrow.connect(MessagesFixture.signedIn("one", null, "ann"));
        var two = narrow.connect(MessagesFixture.signedIn("two", null, "ann"));

        one.say("{}").say("{}");
        two.say("{}").say("{}");

        assertThat(one.closed()).isNull();
        assertThat(two.closed()).isEqualTo(CloseCode.POLICY);
    }
}
