package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A policy that is a bean of the application in the same WAR: it is asked for pages and sockets alike. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InstancePolicyIT {

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load().addClass(KeyedRooms.class);
    }

    @Test
    void page_ofARefusedKey_isForbidden() throws Exception {
        assertThat(status("c/Counter?key=open")).isEqualTo(200);
        assertThat(status("c/Counter?key=other")).isEqualTo(403);
        assertThat(status("c/Counter")).isEqualTo(403);
        assertThat(status("c/Todo")).isEqualTo(200);
    }

    @Test
    void socket_ofARefusedKey_isRefused() {
        assertThat(PlainClient.status(address("hjx?component=Counter&key=open"), null))
                .isEqualTo(101);
        // Whoever signs in might be allowed to
        assertThat(PlainClient.status(address("hjx?component=Counter&key=other"), null))
                .isEqualTo(401);
    }

    @Test
    void action_refused_changesNothing() throws Exception {
        try (PlainClient client = PlainClient.connect(address("hjx?component=Counter&key=locked"))) {
            client.hear();
            client.say("{\"type\":\"event\",\"handler\":\"increment\",\"args\":[]}");
            assertThat(client.hear()).contains("\"count\":1");
            client.say("{\"type\":\"event\",\"handler\":\"reset\",\"args\":[]}");
            assertThat(client.hear()).contains("\"code\":\"forbidden\"");
            client.say("{\"type\":\"event\",\"handler\":\"increment\",\"args\":[]}");
            assertThat(client.hear()).contains("\"count\":2");
        }
    }

    private int status(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private URI address(String path) {
        return URI.create(base.toString().replace("http", "ws") + path);
    }
}
