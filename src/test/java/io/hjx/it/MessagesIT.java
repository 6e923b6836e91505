package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The message server of the packaged WAR, with handlers of an application. Each test has sources of its own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MessagesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern WELCOME =
            Pattern.compile("\\{\"type\":\"welcome\",\"payload\":\\{\"token\":\"([\\w-]{22})\"}}");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addClasses(Greeter.class, Greeter.Person.class, GreetingCount.class);
    }

    @Test
    void chat_shipped_reachesEverybodyAndIsAnswered() throws Exception {
        try (PlainClient ann = connect("messages?source=chat-ann");
                PlainClient ben = connect("messages?source=chat-ben")) {
            welcome(ann);
            welcome(ben);
            ann.say("{\"type\":\"chat-message\",\"payload\":{\"message\":\"Hello\"},\"id\":1}");

            String line = "\\{\"type\":\"chat-message\",\"payload\":\\{\"message\":\"Hello\",\"sender\":\"chat-ann\","
                    + "\"timestamp\":\\d{13}}}";
            assertThat(ben.hear()).matches(line);
            assertThat(ann.hear()).matches(line);
            assertThat(ann.hear()).isEqualTo("{\"replyTo\":1,\"payload\":{\"status\":\"received\"}}");
        }
    }

    @Test
    void handler_usesRequestScopedBeans_eachMessageIsARequest() throws Exception {
        try (PlainClient client = connect("messages?source=greeted")) {
            welcome(client);
            String greet = "{\"type\":\"greet\",\"payload\":{\"name\":\"Ann\"},\"id\":\"%s\"}";
            client.say(greet.formatted("a"));
            assertThat(client.hear()).isEqualTo("{\"replyTo\":\"a\",\"payload\":{\"text\":\"Hello Ann, 1\"}}");
            client.say(greet.formatted("b"));
            assertThat(client.hear()).isEqualTo("{\"replyTo\":\"b\",\"payload\":{\"text\":\"Hello Ann, 1\"}}");
        }
    }

    @Test
    void root_withASource_isTheMessageServer() throws Exception {
        try (PlainClient client = connect("?source=root")) {
            String token = welcome(client);
            client.say("{\"type\":\"nobody\",\"id\":1}");
            assertThat(client.hear()).contains("\"replyTo\":1,\"code\":\"unknown-type\"");
            client.say("{\"type\":");
            assertThat(client.hear()).startsWith("{\"type\":\"error\",\"code\":\"bad-json\"");

            try (PlainClient again = PlainClient.connectAgain(address("?source=root"), token)) {
                assertThat(welcome(again)).isEqualTo(token);
                assertThat(client.hear()).isEqualTo("close 4001");
            }
        }
    }

    @Test
    void connect_withTheToken_replacesAndContinues() throws Exception {
        try (PlainClient first = connect("messages?source=token")) {
            String token = welcome(first);
            first.say("{\"type\":\"count\",\"id\":1}");
            String answer = first.hear();
            assertThat(status("messages?source=token")).isEqualTo(409);

            try (PlainClient second = PlainClient.connectAgain(address("messages?source=token"), token)) {
                assertThat(first.hear()).isEqualTo("close 4001");
                assertThat(welcome(second)).isEqualTo(token);
                assertThat(second.socket().getSubprotocol()).isEqualTo("hjx.messages");
                second.say("{\"type\":\"count\",\"id\":1}");
                assertThat(second.hear()).isEqualTo(answer);
                second.say("{\"type\":\"count\",\"id\":2}");
                assertThat(second.hear()).isNotEqualTo(answer);
            }
        }
    }

    @Test
    void request_ofTheServer_isAnsweredByTheClient() throws Exception {
        try (PlainClient client = connect("messages?source=asked")) {
            welcome(client);
            client.say("{\"type\":\"ask-me\",\"id\":1}");
            Matcher question = Pattern.compile(
                            "\\{\"type\":\"question\",\"payload\":\"How are you\\?\",\"id\":(\"[\\w-]{22}\")}")
                    .matcher(client.hear());
            assertThat(question.matches()).isTrue();
            client.say("{\"replyTo\":" + question.group(1) + ",\"payload\":\"fine\"}");

            assertThat(client.hear()).isEqualTo("{\"replyTo\":1,\"payload\":\"You are fine\"}");
        }
    }

    @Test
    void disconnect_sourceIsGone_andItsNameIsFree() throws Exception {
        try (PlainClient watcher = connect("messages?source=watcher")) {
            welcome(watcher);
            PlainClient leaving = connect("messages?source=leaving");
            welcome(leaving);
            assertThat(sources(watcher)).contains("\"leaving\"");
            leaving.socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();

            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (sources(watcher).contains("\"leaving\"")) {
                assertThat(System.nanoTime()).as("the source stayed").isLessThan(deadline);
            }
            assertThat(status("messages?source=leaving")).isEqualTo(101);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages?source=", "messages?source=a%20b", "?source=%3Cb%3E"})
    void connect_noOrOddSource_is400(String path) {
        assertThat(status(path)).isEqualTo(400);
    }

    @Test
    void connect_foreignOrigin_is403() {
        assertThat(PlainClient.status(address("messages?source=foreign"), "https://evil.example"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | bad-json",
                "{\"type\":\"count\" | bad-json",
                "{} | bad-message",
                "{\"type\":\"count\",\"id\":[]} | bad-message",
                "{\"type\":\"greet\",\"payload\":[7]} | bad-message",
                "{\"type\":\"nobody\"} | unknown-type"
            })
    void say_nonsense_isAnsweredAndTheConnectionStays(String message, String code) throws Exception {
        try (PlainClient client = connect("messages?source=n" + Integer.toHexString(message.hashCode()))) {
            welcome(client);
            client.say(message);
            assertThat(client.hear())
                    .startsWith("{\"type\":\"error\",\"code\":\"" + code + "\"")
                    .doesNotContain("Exception");

            client.say("{\"type\":\"greet\",\"payload\":{\"name\":\"Ann\"},\"id\":1}");
            assertThat(client.hear()).startsWith("{\"replyTo\":1,");
        }
    }

    @Test
    void say_tooLargeOrBinary_closes() throws Exception {
        try (PlainClient client = connect("messages?source=large")) {
            welcome(client);
            client.say("{\"type\":\"count\",\"payload\":\"" + "x".repeat(70_000) + "\"}");
            assertThat(client.hear()).isEqualTo("close 1009");
        }
        try (PlainClient client = connect("messages?source=binary")) {
            welcome(client);
            client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2}), true).join();
            assertThat(client.hear()).isEqualTo("close 1003");
        }
    }

    private static String sources(PlainClient client) throws Exception {
        client.say("{\"type\":\"who\",\"id\":\"" + System.nanoTime() + "\"}");
        return client.hear();
    }

    /** Hears the welcome; the token in it. */
    private static String welcome(PlainClient client) throws Exception {
        String message = client.hear();
        Matcher matcher = WELCOME.matcher(message);
        assertThat(matcher.matches()).as(message).isTrue();
        return matcher.group(1);
    }

    private PlainClient connect(String path) {
        return PlainClient.connect(address(path));
    }

    private int status(String path) {
        return PlainClient.status(address(path), null);
    }

    private URI address(String path) {
        return URI.create(base.toString().replace("http", "ws") + path);
    }
}
