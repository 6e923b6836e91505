package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client of the message server as pages get it from the WAR. */
class MessageClientBrowserIT extends VisitedWar {

    private static final String CONNECT = """
            async (source) => {
              const { WebSocketClient } = await import(new URL("../websocket-client.js", location));
              const client = new WebSocketClient("../messages", source);
              window.client = client;
              window.heard = [];
              client.on("chat-message", ({ sender, message }) => window.heard.push(`${sender}: ${message}`));
              window.states = [];
              for (const state of ["connecting", "open", "reconnecting", "closed"]) {
                client.addEventListener(state, () => window.states.push(state));
              }
              await new Promise((open) => client.addEventListener("open", open, { once: true }));
              return [client instanceof EventTarget, client.state];
            }""";

    private Page connected(String source) {
        Page page = visitors().open("c/Counter");
        assertThat(page.evaluate(CONNECT, source)).isEqualTo(List.of(true, "open"));
        return page;
    }

    @Test
    void chat_betweenTwoPages_reachesBoth() {
        Page ann = connected("page-ann");
        Page ben = connected("page-ben");

        assertThat(ann.evaluate("() => client.request('chat-message', { message: 'Hello' })"))
                .isEqualTo(Map.of("status", "received"));
        ben.waitForFunction("() => heard.length === 1");
        assertThat(ben.evaluate("heard")).isEqualTo(List.of("page-ann: Hello"));
        assertThat(ann.evaluate("heard")).isEqualTo(List.of("page-ann: Hello"));
        assertThat(ann.evaluate("() => client.send('nobody').catch((error) => error.code)"))
                .isEqualTo("unknown-type");
    }

    @Test
    void network_goneAndBack_theMessageThatWaitedArrives() {
        Page page = connected("page-offline");
        page.context().setOffline(true);
        // Chromium leaves open connections alone; the next look finds out, or the client is told to connect anew
        page.evaluate("() => { window.answer = client.request('chat-message', { message: 'later' }); }");
        page.context().setOffline(false);
        page.evaluate("() => window.dispatchEvent(new Event('online'))");

        assertThat(page.evaluate("answer")).isEqualTo(Map.of("status", "received"));
    }

    @Test
    void close_ends_andTheNameIsFree() {
        Page page = connected("page-closed");
        assertThat(page.evaluate("() => { client.close(); return client.send('x').catch((error) => error.code); }"))
                .isEqualTo("closed");
        assertThat(page.evaluate("states")).isEqualTo(List.of("connecting", "open", "closed"));
        page.reload();
        page.waitForSelector("html[data-hjx-connection=open]");
        assertThat(page.evaluate(CONNECT, "page-closed")).isEqualTo(List.of(true, "open"));
    }

    @Test
    void module_isAskedForEachTime_andWhatItLeadsToIsKept() throws Exception {
        HttpResponse<String> entry = get("websocket-client.js");
        assertThat(entry.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(entry.headers().firstValue("ETag")).isPresent();
        String target = entry.body().replaceFirst("(?s).*\"\\./(assets/hjx/\\w+/websocket-client\\.js)\".*", "$1");
        HttpResponse<String> module = get(target);
        assertThat(module.statusCode()).isEqualTo(200);
        assertThat(module.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(base() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
