package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages of the plain dialect against the packaged WAR. Each test has an instance, a key, of its own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PlainDialectIT {
    private static final String LOCAL = """
            component Note

            local:
              name = ""

            layout:
              input(bind value <-> name)
            """;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addAsWebInfResource(new StringAsset(LOCAL), "components/test/Note.hjx");
    }

    @Test
    void event_twoClients_bothGetTheNewState() throws Exception {
        try (PlainClient one = connect("hjx?component=Counter")) {
            assertThat(one.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":0}}");
            try (PlainClient two = connect("hjx?component=Counter")) {
                assertThat(two.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":0}}");
                one.say("{\"type\":\"event\",\"handler\":\"increment\",\"args\":[]}");

                assertThat(one.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":1}}");
                assertThat(two.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":1}}");
            }
        }
    }

    @Test
    void invoke_atTheRoot_isAnsweredByStateUpdate() throws Exception {
        try (PlainClient client = connect("?component=Counter&key=root")) {
            assertThat(client.hear()).isEqualTo("{\"type\":\"state-update\",\"state\":{\"count\":0}}");
            client.say("{\"type\":\"invoke\",\"handler\":\"increment\",\"args\":[]}");

            assertThat(client.hear()).isEqualTo("{\"type\":\"state-update\",\"state\":{\"count\":1}}");
        }
    }

    @Test
    void subscribe_ownComponent_getsItsState() throws Exception {
        String update = "{\"type\":\"update\",\"component\":\"Counter\",\"key\":\"other\",\"state\":{\"count\":%d}}";
        try (PlainClient client = connect("hjx?component=Counter&key=subscribe")) {
            client.hear();
            client.say("{\"type\":\"subscribe\",\"component\":\"Counter\",\"key\":\"other\"}");
            assertThat(client.hear()).isEqualTo(update.formatted(0));

            client.say("{\"type\":\"event\",\"component\":\"Counter\",\"key\":\"other\",\"handler\":\"increment\"}");
            assertThat(client.hear()).isEqualTo(update.formatted(1));
        }
    }

    @Test
    void set_boundName_isTheClientsOwn() throws Exception {
        try (PlainClient one = connect("hjx?component=Note");
                PlainClient two = connect("hjx?component=Note")) {
            assertThat(one.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"name\":\"\"}}");
            two.hear();
            one.say("{\"type\":\"set\",\"state\":{\"name\":\"Ann\"}}");
            assertThat(one.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"name\":\"Ann\"}}");

            one.say("{\"type\":\"set\",\"state\":{\"title\":\"x\"}}");
            assertThat(one.hear()).startsWith("{\"type\":\"error\",\"code\":\"not-bound\"");
            assertThat(two.isSilent()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"event\",\"handler\":\"fly\"} | unknown-handler",
                "{\"type\":\"shout\"} | unknown-type",
                "{\"type\":\"hello\"} | unknown-type",
                "{\"type\":\"event\",\"handler\":\"increment\" | bad-json",
                "increment | bad-json",
                "{\"type\":\"event\",\"handler\":\"increment\"} {} | bad-json",
                "[\"increment\"] | bad-message",
                "{\"type\":\"event\"} | bad-message",
                "{\"type\":\"event\",\"handler\":7} | bad-message",
                "{\"type\":\"event\",\"handler\":\"increment\",\"args\":{}} | bad-message",
                "{\"type\":\"event\",\"handler\":\"reset\",\"handler\":\"increment\"} | bad-message",
                "{\"type\":\"subscribe\",\"component\":\"Nothing\"} | unknown-component"
            })
    void say_nonsense_isAnsweredAndHarmsNobody(String message, String code) throws Exception {
        String instance = "hjx?component=Counter&key=n" + Integer.toHexString(message.hashCode());
        try (PlainClient one = connect(instance);
                PlainClient other = connect(instance)) {
            one.hear();
            other.hear();
            one.say(message);
            assertThat(one.hear())
                    .startsWith("{\"type\":\"error\",\"code\":\"" + code + "\",\"message\":\"")
                    .doesNotContain("Exception");

            one.say("{\"type\":\"event\",\"handler\":\"increment\"}");
            assertThat(one.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":1}}");
            assertThat(other.hear()).isEqualTo("{\"type\":\"update\",\"state\":{\"count\":1}}");
        }
    }

    @Test
    void say_tooLarge_closes1009() throws Exception {
        try (PlainClient client = connect("hjx?component=Counter&key=large")) {
            client.hear();
            client.say("{\"type\":\"event\",\"handler\":\"" + "x".repeat(70_000) + "\"}");

            assertThat(client.hear()).isEqualTo("close 1009");
        }
    }

    @Test
    void say_tooLargeNonsense_closes1009() throws Exception {
        try (PlainClient client = connect("hjx?component=Counter&key=larger")) {
            client.hear();
            client.say("[".repeat(70_000));

            assertThat(client.hear()).isEqualTo("close 1009");
        }
    }

    @Test
    void say_binary_closes1003() throws Exception {
        try (PlainClient client = connect("hjx?component=Counter&key=binary")) {
            client.hear();
            client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2}), true).join();

            assertThat(client.hear()).isEqualTo("close 1003");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hjx?component=Counter, , 101",
        "hjx?component=Counter, own, 101",
        "hjx?component=Counter, http://evil.example, 403",
        "hjx?component=Counter, null, 403",
        "?component=Counter, http://evil.example, 403",
        "hjx?component=Nothing, , 404",
        "hjx, , 404",
        "?component=Nothing, , 404",
        "hjx?component=Counter&key=no%20spaces, , 404"
    })
    void connect_statuses(String path, String origin, int status) throws Exception {
        String own = "http://" + base.getHost() + ":" + base.getPort();
        assertThat(PlainClient.status(live(path), "own".equals(origin) ? own : origin))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"hjx, 426", "hjx?component=Counter, 426", "hjx?component=Nothing, 404"})
    void get_withoutUpgrade_tellsTheStatus(String path, int status) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(base.toURI().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).hasSizeBetween(1, 120).doesNotContain("<");
    }

    @Test
    void connect_v1_withoutComponent_isOpen() throws Exception {
        try (PlainClient client = PlainClient.connectV1(live("hjx"))) {
            assertThat(client.socket().getSubprotocol()).isEqualTo("hjx.v1");
            client.say("{\"type\":\"hello\"}");
            assertThat(client.hear()).startsWith("{\"type\":\"welcome\",");

            client.say("{\"type\":\"subscribe\",\"sub\":1,\"component\":\"Counter\",\"key\":\"v1\"}");
            assertThat(client.hear())
                    .startsWith("{\"type\":\"snapshot\",\"sub\":1,")
                    .contains("\"count\":0");

            client.say("{\"type\":\"event\",\"sub\":1,\"id\":1,\"handler\":\"increment\"}");
            assertThat(client.hear())
                    .startsWith("{\"type\":\"update\",\"sub\":1,")
                    .contains("\"count\":1", "\"acks\":[1]");

            client.say("{\"type\":\"ping\"}");
            assertThat(client.hear()).isEqualTo("{\"type\":\"pong\"}");
        }
    }

    private PlainClient connect(String path) throws Exception {
        return PlainClient.connect(live(path));
    }

    private URI live(String path) throws Exception {
        return URI.create("ws" + base.toURI().resolve(path).toString().substring("http".length()));
    }
}
