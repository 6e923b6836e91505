package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import java.net.URI;
import java.net.URL;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code hjx.v1.cbor} against the packaged WAR, beside {@code hjx.v1}. Each test has an instance, a key, of its own.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CborIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load();
    }

    @Test
    void event_clientsOfEitherEncoding_hearTheSame() throws Exception {
        try (CborClient binary = CborClient.connect(live());
                PlainClient text = PlainClient.connectV1(live())) {
            assertThat(binary.protocol()).isEqualTo("hjx.v1.cbor");
            binary.say("{\"type\":\"hello\"}");
            text.say("{\"type\":\"hello\"}");
            assertThat(binary.hear()).startsWith("{\"type\":\"welcome\",");
            assertThat(text.hear()).startsWith("{\"type\":\"welcome\",");
            String subscribe = "{\"type\":\"subscribe\",\"sub\":1,\"component\":\"Counter\",\"key\":\"both\"}";
            binary.say(subscribe);
            text.say(subscribe);
            assertThat(message(binary.hear())).isEqualTo(message(text.hear()));

            text.say("{\"type\":\"event\",\"sub\":1,\"id\":1,\"handler\":\"increment\"}");
            assertSameUpdate(binary.hear(), text.hear(), 1);
            binary.say("{\"type\":\"event\",\"sub\":1,\"id\":1,\"handler\":\"increment\",\"args\":[]}");
            assertSameUpdate(binary.hear(), text.hear(), 2);
        }
    }

    /** But for the acknowledgement, which is the actor's own. */
    private static void assertSameUpdate(String binary, String text, int count) {
        assertThat(message(binary).without("acks")).isEqualTo(message(text).without("acks"));
        assertThat(message(binary).get("state")).isEqualTo(Json.parse("{\"count\":" + count + "}"));
    }

    private static ObjectValue message(String json) {
        Value message = Json.parse(json);
        return (ObjectValue) message;
    }

    @Test
    void say_noCbor_isAnsweredAndTheConnectionStays() throws Exception {
        try (CborClient client = CborClient.connect(live())) {
            client.say(new byte[] {(byte) 0x9A, (byte) 0x80, 0, 0, 0});
            assertThat(client.hear()).startsWith("{\"type\":\"error\",\"code\":\"bad-json\"");
            byte[] deep = new byte[1_000];
            Arrays.fill(deep, (byte) 0x81);
            client.say(deep);
            assertThat(client.hear()).startsWith("{\"type\":\"error\",\"code\":\"bad-json\"");

            client.say("{\"type\":\"ping\"}");
            assertThat(client.hear()).isEqualTo("{\"type\":\"pong\"}");
        }
    }

    @Test
    void say_text_closes1003() throws Exception {
        try (CborClient client = CborClient.connect(live())) {
            client.socket().sendText("{\"type\":\"ping\"}", true).join();
            assertThat(client.hear()).isEqualTo("close 1003");
        }
        try (CborClient client = CborClient.connect(live())) {
            client.socket().sendText("nonsense", true).join();
            assertThat(client.hear()).isEqualTo("close 1003");
        }
    }

    @Test
    void say_tooLarge_closes1009() throws Exception {
        try (CborClient client = CborClient.connect(live())) {
            client.say(new byte[65_537]);
            assertThat(client.hear()).isEqualTo("close 1009");
        }
    }

    private URI live() throws Exception {
        return URI.create("ws" + base.toURI().resolve("hjx").toString().substring("http".length()));
    }
}
