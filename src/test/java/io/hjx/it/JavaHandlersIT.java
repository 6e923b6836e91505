package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A component whose handlers are a bean of the application. Each test has an instance of its own. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JavaHandlersIT {
    private static final String SOURCE = """
            component Ledger
            state:
              status = ""
              note = ""
              kept = ""
              steps = 0
            local:
              form = { title: "", amount: 0, due: "2026-01-01" }
            layout:
              view:
                input (bind value <-> form.title)
                text: "{{status}} {{note}} {{kept.length}} {{steps}}"
                button (on click -> enter(form)): "Enter"
                button (on click -> seen(form.title)): "Seen"
            handlers:
              step(title):
                set steps = steps + 1
                call fail(title)
              save(title):
                set steps = steps + 1
                call keep(title)
            """;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load()
                .addClasses(Ledger.class, Ledger.Draft.class, Ledger.Noted.class, GreetingCount.class)
                .addClasses(CookieUsers.class, Approvers.class)
                .addAsWebInfResource(new StringAsset(SOURCE), "components/Ledger.hjx");
    }

    @Test
    void init_setsTheStateBeforeAnybodySeesIt() throws Exception {
        try (PlainClient client = connect("init")) {
            assertThat(client.hear()).contains("\"status\":\"begun init\"");
        }
    }

    @Test
    void handler_isInjected_eachCallIsARequest() throws Exception {
        try (PlainClient client = opened("request")) {
            call(client, "count");
            assertThat(client.hear()).contains("\"status\":\"request 1\"");
            call(client, "seen", "\"something\"");
            assertThat(client.hear()).contains("\"status\":\"seen something\"");
            call(client, "count");
            assertThat(client.hear()).contains("\"status\":\"request 1\"");
            call(client, "seen", "\"something\"");
            assertThat(client.hear()).contains("\"status\":\"seen something\"");
        }
    }

    @Test
    void arguments_areRecords_andChecked() throws Exception {
        try (PlainClient client = opened("arguments")) {
            call(client, "enter", "{\"title\":\"Pens\",\"amount\":3,\"due\":\"2026-05-01\"}");
            assertThat(client.hear()).contains("\"status\":\"Pens 3 2026-05-01 by null\"");

            call(client, "enter", "{\"title\":\" \",\"amount\":-1,\"due\":null}");
            assertThat(client.hear())
                    .startsWith("{\"type\":\"error\",\"code\":\"invalid\"")
                    .contains("\"fields\":{\"draft.amount\":\"must be greater than 0\","
                            + "\"draft.title\":\"must not be blank\"}");
            call(client, "enter", "\"text\"");
            assertThat(client.hear()).contains("\"code\":\"bad-value\"").contains("\"draft\":\"is not valid\"");
            call(client, "keep");
            assertThat(client.hear()).contains("\"code\":\"invalid\"").contains("\"title\":\"must not be blank\"");
        }
    }

    @Test
    void commit_stateFollows_andObserversHear() throws Exception {
        try (PlainClient client = opened("commit");
                PlainClient other = opened("commit-other")) {
            call(client, "save", "\"Kept well\"");
            assertThat(client.hear()).contains("\"status\":\"kept in true\"").contains("\"steps\":1");
            assertThat(other.hear()).contains("\"note\":\"Kept well\"");
        }
    }

    @Test
    void failure_rollsBackDatabaseAndState_andTellsNoSecret() throws Exception {
        try (PlainClient client = opened("failure")) {
            call(client, "step", "\"Lost by failure\"");
            assertThat(client.hear())
                    .contains("\"code\":\"handler-failed\"")
                    .doesNotContain("1234")
                    .doesNotContain("Exception");
            call(client, "look");
            assertThat(client.hear()).contains("\"kept\":\"begun failure\"").contains("\"steps\":0");
            assertThat(client.hear()).contains("\"event\":\"kept\"").doesNotContain("Lost by failure");
        }
    }

    @Test
    void rollback_withoutAnException_keepsNothing() throws Exception {
        try (PlainClient client = opened("rollback")) {
            call(client, "giveUp", "\"Lost by rollback\"");
            assertThat(client.hear()).contains("\"code\":\"handler-failed\"").contains("rolled back");
            call(client, "look");
            assertThat(client.hear()).contains("\"status\":\"begun rollback\"").doesNotContain("Lost by rollback");
        }
    }

    @Test
    void refusal_isToldAsItIs() throws Exception {
        try (PlainClient client = opened("refusal")) {
            call(client, "refuse");
            assertThat(client.hear())
                    .isEqualTo("{\"type\":\"error\",\"code\":\"refused\",\"message\":\"Not on a Sunday.\"}");
        }
    }

    @Test
    void roles_areThoseOfTheClient() throws Exception {
        try (PlainClient ann = connectAs("ann");
                PlainClient boss = connectAs("boss")) {
            ann.hear();
            boss.hear();
            call(ann, "approve");
            assertThat(ann.hear()).contains("\"code\":\"forbidden\"");
            call(boss, "approve");
            assertThat(boss.hear()).contains("\"status\":\"approved by boss true\"");
            assertThat(ann.hear()).contains("\"status\":\"approved by boss true\"");
        }
    }

    @Test
    void handler_thatWaits_holdsUpItsInstanceAlone() throws Exception {
        try (PlainClient waiting = opened("waiting");
                PlainClient other = opened("waiting-other")) {
            call(waiting, "hold");
            call(other, "count");
            assertThat(other.hear()).contains("\"status\":\"request 1\"");
            call(other, "letGo");
            assertThat(waiting.hear()).contains("\"status\":\"let go true\"");
        }
    }

    private PlainClient opened(String key) throws InterruptedException {
        PlainClient client = connect(key);
        client.hear();
        return client;
    }

    private PlainClient connectAs(String user) {
        return PlainClient.connectWith(address("roles"), "Cookie", CookieUsers.COOKIE + '=' + user);
    }

    private PlainClient connect(String key) {
        return PlainClient.connect(address(key));
    }

    private URI address(String key) {
        return URI.create(base.toString().replace("http", "ws") + "hjx?component=Ledger&key=" + key);
    }

    private static void call(PlainClient client, String handler, String... arguments) {
        client.say(
                "{\"type\":\"event\",\"handler\":\"" + handler + "\",\"args\":[" + String.join(",", arguments) + "]}");
    }
}
