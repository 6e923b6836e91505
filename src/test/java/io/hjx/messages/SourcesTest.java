package io.hjx.messages;

import static io.hjx.messages.MessagesFixture.claim;
import static io.hjx.messages.MessagesFixture.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.MessageRefusedException;
import io.hjx.runtime.fixture.RecordingTransport;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is the same client, and what it finds when it comes back. */
class SourcesTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MessagesFixture fixture = new MessagesFixture();
    private final LiveMessageServer server = fixture.server;
    private int executed;

    private void count() {
        server.on("count", message -> ++executed);
    }

    @Test
    void connect_sameToken_replacesTheFirst() {
        var first = fixture.connect("ann");

        assertThat(server.admits(claim("ann", "s1"))).isTrue();
        var second = fixture.connect(claim("ann", "s1"));

        assertThat(first.closed()).isEqualTo(CloseCode.REPLACED);
        assertThat(second.heard()).containsExactly("{\"type\":\"welcome\",\"payload\":{\"token\":\"s1\"}}");
        first.connection.closed();
        assertThat(server.sources()).containsExactly("ann");
        server.sendTo("ann", "x", null);
        assertThat(second.heard()).containsExactly("{\"type\":\"x\"}");
    }

    @Test
    void connect_anybodyElse_isRefused() {
        var first = fixture.connect("ann");

        assertThat(server.admits(claim("ann"))).isFalse();
        assertThat(server.admits(claim("ann", "s2"))).isFalse();
        assertThat(server.admits(signedIn("ann", null, "ben"))).isFalse();
        assertThat(server.admits(signedIn("ann", "s1", "ben"))).isFalse();
        // One that has come between the handshake and the opening
        assertThat(fixture.connect(claim("ann")).closed()).isEqualTo(CloseCode.TRY_AGAIN_LATER);
        assertThat(first.closed()).isNull();
        assertThat(server.sources()).containsExactly("ann");
    }

    @Test
    void connect_otherBrowserSession_needsMoreThanTheToken() {
        fixture.connect(new Claim("ann", null, Principal.ANONYMOUS, "first"));

        assertThat(server.admits(new Claim("ann", "s1", Principal.ANONYMOUS, "second")))
                .isFalse();
        assertThat(server.admits(new Claim("ann", "s1", Principal.ANONYMOUS, "first")))
                .isTrue();
    }

    @Test
    void connect_sameUser_replacesAsANewClient() {
        count();
        var first = fixture.connect(signedIn("ann", null, "ann"));
        first.say("{\"type\":\"count\",\"id\":1}");

        var second = fixture.connect(signedIn("ann", null, "ann"));
        assertThat(first.closed()).isEqualTo(CloseCode.REPLACED);
        assertThat(second.heard()).containsExactly("{\"type\":\"welcome\",\"payload\":{\"token\":\"s2\"}}");
        // The id is another client's: taken for a repetition, the message would be lost
        second.say("{\"type\":\"count\",\"id\":1}");
        assertThat(second.heard()).containsExactly("{\"replyTo\":1,\"payload\":2}");
    }

    @Test
    void connect_nameOfOneWhoIsGone_isFree() {
        fixture.connect("ann").connection.closed();

        var other = fixture.connect(claim("ann"));

        assertThat(other.heard()).containsExactly("{\"type\":\"welcome\",\"payload\":{\"token\":\"s2\"}}");
        assertThat(server.admits(claim("ann", "s1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "Zoë", "user:7", "a.b@c-d_e+f", "李雷"})
    void isSource_names_areTaken(String name) {
        assertThat(Claim.isSource(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a/b", "<b>", "a\u202eb", "a\u0000"})
    void isSource_oddNames_areNot(String name) {
        assertThat(Claim.isSource(name)).isFalse();
        assertThat(Claim.isSource(null)).isFalse();
        assertThat(Claim.isSource("x".repeat(129))).isFalse();
    }

    @Test
    void claim_asText_keepsItsSecrets() {
        assertThat(new Claim("ann", "secret", Principal.ANONYMOUS, "session")).hasToString("Claim[ann]");
    }

    @Test
    void id_again_isAnsweredAgainAndNotExecuted() {
        count();
        var client = fixture.connect("ann");

        client.say("{\"type\":\"count\",\"id\":1}").say("{\"type\":\"count\",\"id\":1}");

        assertThat(client.heard()).containsExactly("{\"replyTo\":1,\"payload\":1}", "{\"replyTo\":1,\"payload\":1}");
        assertThat(executed).isEqualTo(1);
    }

    @Test
    void id_againAfterAReconnection_isAnsweredAgainAndNotExecuted() {
        count();
        var first = fixture.connect("ann");
        first.say("{\"type\":\"count\",\"id\":\"a\"}");
        first.connection.closed();
        fixture.advance(Duration.ofMinutes(9));

        var second = fixture.connect(claim("ann", "s1"));
        second.heard();
        second.say("{\"type\":\"count\",\"id\":\"a\"}");

        assertThat(second.heard()).containsExactly("{\"replyTo\":\"a\",\"payload\":1}");
        assertThat(executed).isEqualTo(1);
    }

    @Test
    void id_againWhileUnderWay_isAnsweredOnceOverTheNewConnection() {
        CompletableFuture<String> later = new CompletableFuture<>();
        server.on("slow", message -> {
            executed++;
            CompletionStage<String> answer = later;
            return answer;
        });
        var first = fixture.connect("ann");
        first.say("{\"type\":\"slow\",\"id\":1}");
        var second = fixture.connect(claim("ann", "s1"));
        second.heard();
        second.say("{\"type\":\"slow\",\"id\":1}");
        assertThat(second.heard()).isEmpty();

        later.complete("done");

        assertThat(second.heard()).containsExactly("{\"replyTo\":1,\"payload\":\"done\"}");
        assertThat(executed).isEqualTo(1);
    }

    @Test
    void window_over_isAnotherClient() {
        count();
        var first = fixture.connect("ann");
        first.say("{\"type\":\"count\",\"id\":1}");
        first.connection.closed();
        fixture.advance(Duration.ofMinutes(10).plus(SECOND));

        var second = fixture.connect(claim("ann", "s1"));

        assertThat(second.heard()).containsExactly("{\"type\":\"welcome\",\"payload\":{\"token\":\"s2\"}}");
    }

    @Test
    void answers_tooMany_theOldestIsForgotten() {
        count();
        var traffic = RuntimeSettings.standard().traffic();
        var narrow = new MessagesFixture(new MessageSettings(traffic, 2, 3));
        narrow.server.on("count", message -> ++executed);
        var client = narrow.connect("ann");
        for (int id = 1; id <= 4; id++) {
            client.say("{\"type\":\"count\",\"id\":" + id + "}");
        }
        client.heard();

        client.say("{\"type\":\"count\",\"id\":2}").say("{\"type\":\"count\",\"id\":1}");

        assertThat(client.heard()).containsExactly("{\"replyTo\":2,\"payload\":2}", "{\"replyTo\":1,\"payload\":5}");
    }

    @Test
    void answers_tooLarge_theOldestIsForgottenAndNotExecutedAgain() {
        server.on("large", message -> ++executed + "x".repeat(100_000));
        var client = fixture.connect("ann");
        for (int id = 1; id <= 3; id++) {
            client.say("{\"type\":\"large\",\"id\":" + id + "}");
        }

        client.heard();
        client.say("{\"type\":\"large\",\"id\":3}").say("{\"type\":\"large\",\"id\":1}");

        assertThat(executed).isEqualTo(3);
        assertThat(client.heard())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("{\"type\":\"error\",\"replyTo\":1,\"code\":\"resume-expired\"");
    }

    private CompletionStage<Object> ask(String source) {
        return server.request(source, "ask", 1, Object.class, Duration.ofSeconds(30));
    }

    private Throwable failure(CompletionStage<?> stage) {
        fixture.workers.runAll();
        try {
            throw new AssertionError("got " + stage.toCompletableFuture().get());
        } catch (InterruptedException | ExecutionException expected) {
            return expected.getCause();
        }
    }

    private Object result(CompletionStage<?> stage) {
        fixture.workers.runAll();
        return stage.toCompletableFuture().join();
    }

    @Test
    void request_answered_hasTheReply() {
        var client = fixture.connect("ann");
        CompletionStage<Object> reply = ask("ann");
        assertThat(client.heard()).containsExactly("{\"type\":\"ask\",\"payload\":1,\"id\":\"s2\"}");

        client.say("{\"replyTo\":\"s2\",\"payload\":{\"a\":1}}");

        assertThat(result(reply)).hasToString("{a=1}");
        // Another answer to the same finds nobody who waits
        client.say("{\"replyTo\":\"s2\",\"payload\":2}");
        assertThat(client.heard()).isEmpty();
        assertThat(fixture.ticker.scheduled()).isEqualTo(1);
    }

    @Test
    void request_refused_failsWithTheClientsWords() {
        var client = fixture.connect("ann");
        CompletionStage<Object> reply = ask("ann");

        client.say("{\"type\":\"error\",\"replyTo\":\"s2\",\"code\":\"busy\",\"message\":\"Not now.\"}");

        assertThat(failure(reply))
                .isInstanceOfSatisfying(
                        MessageRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("busy"))
                .hasMessage("Not now.");
    }

    @Test
    void request_wrongKindOfReply_fails() {
        var client = fixture.connect("ann");
        var reply = server.request("ann", "ask", 1, Integer.class, SECOND);

        client.say("{\"replyTo\":\"s2\",\"payload\":{}}");

        assertThat(failure(reply)).hasMessage("The answer is no Integer.");
    }

    @Test
    void request_notAnswered_timesOutOnAWorker() {
        fixture.connect("ann");
        CompletionStage<Object> reply = ask("ann");

        fixture.advance(Duration.ofSeconds(31));

        assertThat(failure(reply))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("ann has not answered ask in PT30S.");
    }

    @Test
    void request_nobodyThere_fails() {
        assertThat(failure(ask("nobody"))).hasMessage("No client is connected as nobody.");
    }

    @Test
    void request_tooManyUnanswered_fails() {
        fixture.connect("ann");
        for (int i = 0; i < 256; i++) {
            ask("ann");
        }

        assertThat(failure(ask("ann")))
                .isInstanceOfSatisfying(
                        MessageRefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo("too-many-unacknowledged"));
    }

    @Test
    void request_clientComesBack_isAskedAgain() {
        var first = fixture.connect("ann");
        CompletionStage<Object> reply = ask("ann");
        first.connection.closed();

        var second = fixture.connect(claim("ann", "s1"));
        assertThat(second.heard())
                .containsExactly(
                        "{\"type\":\"welcome\",\"payload\":{\"token\":\"s1\"}}",
                        "{\"type\":\"ask\",\"payload\":1,\"id\":\"s2\"}");
        second.say("{\"replyTo\":\"s2\",\"payload\":true}");

        assertThat(result(reply)).isEqualTo(true);
    }

    @Test
    void request_anotherTakesTheName_fails() {
        fixture.connect(signedIn("ann", null, "ann"));
        CompletionStage<Object> reply = ask("ann");

        fixture.connect(signedIn("ann", null, "ann"));

        assertThat(failure(reply)).hasMessage("Another client has this name now.");
    }

    @Test
    void request_serverCloses_fails() {
        fixture.connect("ann");
        CompletionStage<Object> reply = ask("ann");

        server.close();

        assertThat(failure(reply)).hasMessage("The message server is closed.");
    }

    @Test
    void welcome_isFirst_whateverIsSentMeanwhile() {
        RecordingTransport transport = new RecordingTransport();
        MessageConnection connection = fixture.unopened(claim("ann"), transport);

        connection.send("early");
        connection.send("later");
        assertThat(transport.frames()).isEmpty();
        connection.open(List.of("welcome", "again"));

        assertThat(transport.frames()).containsExactly("welcome", "again", "early", "later");
    }
}
