package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Narrow limits, given as the entries of a console would be, and what a server makes of them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LimitsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PLACES = 4;
    private static final int UPGRADE_REQUIRED = 426;
    private static final int UNAVAILABLE = 503;
    private static final Map<String, String> LIMITS = Map.of(
            "hjx.maxFrame", "2048",
            "hjx.maxDepth", "5",
            "hjx.maxWidth", "50",
            "hjx.rate", "1",
            "hjx.burst", "20",
            "hjx.helloTimeout", "1s",
            "hjx.maxConnections", String.valueOf(PLACES));

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        String entries = LIMITS.entrySet().stream()
                .map(limit -> """
                        <env-entry>
                          <env-entry-name>%s</env-entry-name>
                          <env-entry-type>java.lang.String</env-entry-type>
                          <env-entry-value>%s</env-entry-value>
                        </env-entry>
                        """.formatted(limit.getKey(), limit.getValue()))
                .collect(Collectors.joining());
        return PackagedWar.load().setWebXML(new StringAsset("""
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <absolute-ordering/>
                """ + entries + "</web-app>"));
    }

    @Test
    void say_tooLarge_closes1009() throws Exception {
        try (PlainClient client = connect("large")) {
            client.say("{\"type\":\"event\",\"handler\":\"" + "x".repeat(2_048) + "\"}");

            assertThat(client.hear()).isEqualTo("close 1009");
        }
    }

    @Test
    void say_tooDeepOrWide_isAnsweredAndTheConnectionStays() throws Exception {
        try (PlainClient client = connect("deep")) {
            client.say("{\"type\":\"event\",\"handler\":\"increment\",\"args\":[[[[[]]]]]}");
            assertThat(client.hear()).startsWith("{\"type\":\"error\",\"code\":\"bad-json\"");

            client.say("{\"type\":\"event\",\"handler\":\"increment\",\"args\":[" + "0,".repeat(50) + "0]}");
            assertThat(client.hear()).startsWith("{\"type\":\"error\",\"code\":\"bad-json\"");

            client.say("{\"type\":\"event\",\"handler\":\"increment\"}");
            assertThat(client.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":1}}");
        }
    }

    @Test
    void say_tooOften_closes1008() throws Exception {
        try (PlainClient client = connect("often")) {
            String last = "";
            for (int i = 0; i < 100 && !last.startsWith("close"); i++) {
                client.say("nonsense");
                last = client.hear();
            }

            assertThat(last).isEqualTo("close 1008");
        }
    }

    @Test
    void connect_withoutHello_closes1008() throws Exception {
        awaitPlace();
        try (PlainClient client = PlainClient.connectV1(live("silent"))) {
            assertThat(client.hear()).isEqualTo("close 1008");
        }
    }

    @Test
    void connect_noPlaceLeft_is503UntilOneLeaves() throws Exception {
        awaitPlace();
        List<PlainClient> open = new ArrayList<>();
        try {
            while (status().statusCode() != UNAVAILABLE) {
                open.add(PlainClient.connect(live("full")));
                assertThat(open).hasSizeLessThanOrEqualTo(PLACES);
            }
            assertThat(PlainClient.status(live("full"), null)).isEqualTo(UNAVAILABLE);
            assertThat(status().headers().firstValue("Retry-After")).isPresent();
            assertThat(status().body()).hasSizeBetween(1, 120);
        } finally {
            open.forEach(PlainClient::close);
        }
        awaitPlace();
    }

    private PlainClient connect(String key) throws Exception {
        awaitPlace();
        PlainClient client = PlainClient.connect(live(key));
        assertThat(client.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":0}}");
        return client;
    }

    /** Those who have just left may still hold theirs. */
    private void awaitPlace() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (status().statusCode() != UPGRADE_REQUIRED) {
            assertThat(System.nanoTime()).as("no place was left in time").isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What the next handshake would hear. */
    private HttpResponse<String> status() throws Exception {
        URI address = base.toURI().resolve("hjx?component=Counter");
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI live(String key) throws Exception {
        URI address = base.toURI().resolve("hjx?component=Counter&key=" + key);
        return URI.create("ws" + address.toString().substring("http".length()));
    }
}
