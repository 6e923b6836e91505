package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.documentation.Departures;
import io.hjx.documentation.StorePage;
import java.net.URI;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stores in the packaged WAR: beans, timers and transactions change components, and clients see it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StoreIT {
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load()
                .addClasses(StoreProbe.class, StoreProbe.Reading.class, Booking.class, StoreClock.class)
                .addClasses(Departures.class, Departures.Train.class)
                .addAsWebInfResource(new StringAsset(StorePage.component()), "components/Departures.hjx");
    }

    @Test
    void set_byABean_reachesTheClientsOfTheInstance() throws Exception {
        try (PlainClient page = page("bean");
                PlainClient application = application("bean")) {
            assertThat(count(page)).isEqualTo(0);
            assertThat(ask(application, "set", 5)).isEqualTo("1");
            assertThat(count(page)).isEqualTo(5);
            assertThat(ask(application, "wrong", null)).contains("there is no `cuont`, did you mean `count`?");
        }
    }

    @Test
    void update_byAManagedTimer_reachesTheClient() throws Exception {
        try (PlainClient page = page("timer");
                PlainClient application = application("timer")) {
            assertThat(count(page)).isEqualTo(0);
            ask(application, "timer", null);
            assertThat(count(page)).isEqualTo(1);
        }
    }

    @Test
    void update_byAnEnterpriseBeansTimer_reachesTheClient() throws Exception {
        try (PlainClient page = page("clock")) {
            int first = count(page);
            assertThat(count(page)).isEqualTo(first + 1);
            assertThat(count(page)).isEqualTo(first + 2);
        }
    }

    @Test
    void transaction_committed_isSeenBehindTheCommit_rolledBack_never() throws Exception {
        try (PlainClient page = page("booking");
                PlainClient application = application("booking")) {
            assertThat(count(page)).isEqualTo(0);
            assertThat(ask(application, "commit", 5)).isEqualTo("[0,5]");
            assertThat(count(page)).isEqualTo(5);

            assertThat(ask(application, "rollback", 9)).isEqualTo("\"CancellationException\"");
            assertThat(ask(application, "commit", 6)).isEqualTo("[5,6]");
            String next = page.hear();
            assertThat(next).contains("\"count\":6");
            assertThat(page.isSilent()).isTrue();
        }
    }

    @Test
    void store_withoutComponent_followsTransactionsToo_andTakesRecords() throws Exception {
        try (PlainClient application = application("shared")) {
            assertThat(ask(application, "shared", null)).isEqualTo("7");
            assertThat(ask(application, "record", null)).isEqualTo("\"attic\"");
        }
    }

    @Test
    void departures_ofTheDocumentation_ticksAndTellsOfDelays() throws Exception {
        try (PlainClient page = PlainClient.connect(address("hjx?component=Departures"));
                PlainClient application = application("departures")) {
            assertThat(page.hear()).contains("\"to\":\"Basel\"", "\"delayed\":0");
            ask(application, "delay", 12);
            String message = page.hear();
            while (!message.contains("\"delayed\":1")) {
                assertThat(message).contains("\"delayed\":0", "{\"delay\":0,\"id\":\"RE 3\"");
                message = page.hear();
            }
            assertThat(message).contains("{\"delay\":12,\"id\":\"RE 3\",\"to\":\"Ulm\"}");
        }
    }

    @Test
    void listener_ofOneInstance_changesAnother() throws Exception {
        try (PlainClient heard = page("heard");
                PlainClient echo = page("echo")) {
            assertThat(count(heard)).isEqualTo(0);
            assertThat(count(echo)).isEqualTo(0);
            echo.say("{\"type\":\"event\",\"handler\":\"increment\"}");
            assertThat(count(echo)).isEqualTo(1);
            assertThat(count(heard)).isEqualTo(1);
        }
    }

    private PlainClient page(String key) {
        return PlainClient.connect(address("hjx?component=Counter&key=" + key));
    }

    private PlainClient application(String source) throws Exception {
        PlainClient client = PlainClient.connect(address("messages?source=" + source));
        assertThat(client.hear()).contains("welcome");
        return client;
    }

    /** The payload of the answer. */
    private static String ask(PlainClient application, String type, Object payload) throws Exception {
        application.say("{\"type\":\"%s\",\"payload\":%s,\"id\":\"%d\"}".formatted(type, payload, System.nanoTime()));
        String answer = application.hear();
        assertThat(answer).startsWith("{\"replyTo\":").endsWith("}");
        int payloadAt = answer.indexOf("\"payload\":");
        return payloadAt < 0 ? "" : answer.substring(payloadAt + 10, answer.length() - 1);
    }

    private static int count(PlainClient page) throws Exception {
        String message = page.hear();
        Matcher count = COUNT.matcher(message);
        assertThat(count.find()).as(message).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private URI address(String path) {
        return URI.create(base.toString().replace("http", "ws") + path);
    }
}
