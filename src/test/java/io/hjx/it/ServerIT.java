package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server as an application in the packaged WAR uses it; the application is asked by messages. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ArquillianResource
    private URL base;

    private PlainClient application;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addClasses(Visits.class);
    }

    @BeforeEach
    void meet() throws Exception {
        application = connect("messages?source=test" + System.nanoTime());
        application.hear();
    }

    @AfterEach
    void leave() {
        application.close();
    }

    @Test
    void clients_comeAndGo_andListenersAndObserversAreTold() throws Exception {
        try (PlainClient client = connect("hjx?component=Counter&key=seen")) {
            client.hear();
            awaitAnswer("log", "\"came seen\"", "\"observed seen\"");
            client.say("{\"type\":\"event\",\"handler\":\"increment\"}");
            client.hear();
            assertThat(ask("clients", "null"))
                    .containsPattern("\"Counter seen null 127\\.0\\.0\\.1 sent 2 received 1 queue 0\"");
        }
        awaitAnswer("log", "\"went seen\"", "\"observed the end of seen\"");
        assertThat(ask("clients", "null")).doesNotContain("Counter seen");
    }

    @Test
    void broadcast_reachesClientsOfComponents() throws Exception {
        try (PlainClient client = connect("hjx?component=Counter&key=told")) {
            client.hear();
            ask("tell", "null");

            assertThat(client.hear()).isEqualTo("{\"type\":\"event\",\"event\":\"news\",\"data\":[1,\"two\"]}");
        }
    }

    @Test
    void disconnect_closes() throws Exception {
        try (PlainClient client = connect("hjx?component=Counter&key=unwanted")) {
            client.hear();
            ask("disconnect", "\"unwanted\"");

            assertThat(client.hear()).isEqualTo("close 1008");
        }
    }

    private String ask(String type, String payload) throws Exception {
        application.say("{\"type\":\"" + type + "\",\"payload\":" + payload + ",\"id\":" + System.nanoTime() + "}");
        return application.hear();
    }

    private void awaitAnswer(String type, String... parts) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = ask(type, "null");
        while (!answer.contains(parts[0]) || !answer.contains(parts[1])) {
            assertThat(System.nanoTime()).as(answer).isLessThan(deadline);
            // Who asks without a pause is soon over the rate of messages
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            answer = ask(type, "null");
        }
    }

    private PlainClient connect(String path) {
        return PlainClient.connect(URI.create(base.toString().replace("http", "ws") + path));
    }
}
