package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.test.PayaraProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clients of the message server, in Java and on Node, and the packaged WAR. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MessageClientsIT {

    /** How often the server of its own lives; all but the last end with a kill. */
    private static final int LIVES = 3;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addClasses(Greeter.class, Greeter.Person.class, GreetingCount.class);
    }

    private static Talker talker(String kind, URI address) throws IOException {
        return kind.equals("java") ? Talker.java(address, kind) : Talker.node(address, kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "node"})
    void client_ofTheWar_asksAndIsAsked(String kind) throws Exception {
        URI address = URI.create(base.toString().replace("http", "ws") + "messages");
        try (Talker client = talker(kind, address)) {
            client.awaitState("open");
            client.ask("greet", Map.of("name", "Änn 😀"));
            assertThat(client.next("answer")).containsExactly(Map.of("text", "Hello Änn 😀, 1"));
            client.ask("greet", List.of(7));
            assertThat(client.next("refusal")).containsExactly("bad-message");
            client.ask("nobody", null);
            assertThat(client.next("refusal")).containsExactly("unknown-type");
            client.ask("who", null);
            assertThat(client.next("answer")).containsExactly(List.of(kind));
            client.ask("ask-me", null);
            assertThat(client.next("heard")).containsExactly("question", "How are you?");
            assertThat(client.next("answer")).containsExactly("You are fine");
        }
    }

    @Test
    void clients_serverKilledTwice_goOn(@TempDir Path folder) throws Exception {
        try (PayaraProcess server = new PayaraProcess(folder, folder)) {
            URI address = URI.create("ws://127.0.0.1:" + server.port() + "/messages");
            // They are there before their server is
            try (Talker java = talker("java", address);
                    Talker node = talker("node", address)) {
                for (int life = 1; life <= LIVES; life++) {
                    for (Talker client : List.of(java, node)) {
                        client.awaitState("reconnecting");
                        client.ask("chat-message", Map.of("message", "first of " + life));
                        client.ask("chat-message", Map.of("message", "second of " + life));
                    }
                    for (Talker client : List.of(java, node)) {
                        client.awaitState("open");
                        heardAndAnswered(client, "first of " + life);
                        heardAndAnswered(client, "second of " + life);
                    }
                    if (life < LIVES) {
                        server.killAndStart();
                    }
                }
            }
        }
    }

    private static void heardAndAnswered(Talker client, String message) throws InterruptedException {
        assertThat(client.next("heard")).containsExactly("chat-message", message);
        assertThat(client.next("answer")).containsExactly(Map.of("status", "received"));
    }
}
