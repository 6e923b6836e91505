package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Channels of the packaged WAR: the chat room that ships, and one of an application. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ChannelsIT {
    private static final Pattern JOINED = Pattern.compile("User (\\w+) joined the chat");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addClasses(Megaphone.class, GreetingCount.class);
    }

    @Test
    void chat_everybodyHears_andANewcomerTheHistory() throws Exception {
        try (PlainClient ann = connect("chat")) {
            String annId = joined(ann);
            ann.say("Hello <b>");
            assertThat(ann.hear()).isEqualTo("User " + annId + ": Hello <b>");

            try (PlainClient ben = connect("chat")) {
                assertThat(ben.hear()).isEqualTo("User " + annId + ": Hello <b>");
                String benId = joined(ben);
                assertThat(ann.hear()).isEqualTo("User " + benId + " joined the chat");
                ben.socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
                assertThat(ann.hear()).isEqualTo("User " + benId + " left the chat");
            }
        }
    }

    @Test
    void chat_withoutUpgrade_isThePage() throws Exception {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(base + "chat")).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';");
        assertThat(page.body()).contains("<h1>Chat</h1>");
    }

    @Test
    void channel_ofTheApplication_knowsTheHandshakeAndHasARequestEachTime() throws Exception {
        try (PlainClient client = PlainClient.connectWith(address("loud/megaphone"), "X-Test", "abc")) {
            assertThat(client.hear()).isEqualTo("WELCOME [abc] null");
            client.say("hello");
            assertThat(client.hear()).isEqualTo("HELLO");
            client.say("count");
            client.say("count");
            assertThat(client.hear()).isEqualTo("COUNT 1");
            assertThat(client.hear()).isEqualTo("COUNT 1");
        }
    }

    @Test
    void channel_thatThrows_goesOn() throws Exception {
        try (PlainClient client = megaphone()) {
            client.say("throw");
            assertThat(client.hear()).isEqualTo("OUCH");
            client.say("hello");
            assertThat(client.hear()).isEqualTo("HELLO");
        }
    }

    @Test
    void close_byTheChannel_is1000BehindWhatWasSent() throws Exception {
        try (PlainClient client = megaphone()) {
            client.say("close");
            assertThat(client.hear()).isEqualTo("BYE");
            assertThat(client.hear()).isEqualTo("close 1000");
        }
    }

    @Test
    void say_tooLargeOrBinary_closes() throws Exception {
        try (PlainClient client = megaphone()) {
            client.say("x".repeat(65_536));
            assertThat(client.hear()).hasSize(65_536);
            client.say("x".repeat(65_537));
            assertThat(client.hear()).isEqualTo("close 1009");
        }
        try (PlainClient client = megaphone()) {
            client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1, 2}), true).join();
            assertThat(client.hear()).isEqualTo("close 1003");
        }
    }

    @Test
    void connect_foreignOrigin_is403_andElsewhereNothing() {
        assertThat(PlainClient.status(address("chat"), "https://evil.example")).isEqualTo(403);
        assertThat(PlainClient.status(address("chat/other"), null)).isEqualTo(404);
    }

    private PlainClient megaphone() throws InterruptedException {
        PlainClient client = connect("loud/megaphone");
        assertThat(client.hear()).isEqualTo("WELCOME null null");
        return client;
    }

    /** Hears that somebody has joined; who. */
    private static String joined(PlainClient client) throws InterruptedException {
        String line = client.hear();
        Matcher matcher = JOINED.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher.group(1);
    }

    private PlainClient connect(String path) {
        return PlainClient.connect(address(path));
    }

    private URI address(String path) {
        return URI.create(base.toString().replace("http", "ws") + path);
    }
}
