package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.hjx.it.PackagedWar;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of the examples load of the browser runtime, in bytes as they are transferred, and from where. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RuntimeSizeBrowserIT {

    private static final int MOST_BYTES = 10_000;
    private static final List<String> EXAMPLES =
            List.of("Chat", "Composition", "Counter", "Dashboard", "Form", "Profile", "SharedNote", "Todo");

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load();
    }

    private Chromium chromium;

    @BeforeEach
    void start() {
        chromium = Chromium.start();
    }

    @AfterEach
    void stop() {
        chromium.close();
    }

    @Test
    void runtime_ofAPlainComponent_isSmall() {
        assertThat(sizes("Counter").values().stream().mapToInt(size -> size).sum())
                .isPositive()
                .isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chat", "Composition", "Dashboard", "Form", "Profile", "SharedNote", "Todo"})
    void core_ofEveryExample_isTheSame(String example) {
        assertThat(sizes(example)).containsAllEntriesOf(sizes("Counter"));
    }

    /** By file, the bytes of the runtime's modules that a page loads. */
    private Map<String, Integer> sizes(String example) {
        return load(example).stream().filter(Sent::isRuntimeModule).collect(Collectors.toMap(Sent::file, Sent::bytes));
    }

    @Test
    void extras_whereNothingNeedsThem_areNotRequested() {
        assertThat(sizes("Counter")).containsOnlyKeys("dom.js", "early.js", "page.js");
        assertThat(sizes("Todo"))
                .containsOnlyKeys("dom.js", "early.js", "page.js", "inputs.js", "loops.js", "operators.js");
        assertThat(sizes("Composition")).containsKey("uses.js").doesNotContainKeys("reload.js", "overlay.js");
    }

    @Test
    void requests_ofEveryExample_goToItsOwnOrigin() {
        for (String example : EXAMPLES) {
            assertThat(load(example))
                    .as(example)
                    .hasSizeGreaterThan(3)
                    .allSatisfy(sent ->
                            assertThat(URI.create(sent.url()).getAuthority()).isEqualTo(base.getAuthority()));
        }
    }

    /** What a page asks for until it is live. */
    private List<Sent> load(String example) {
        try (BrowserContext visitor = chromium.browser().newContext()) {
            Page page = visitor.newPage();
            List<Sent> all = new CopyOnWriteArrayList<>();
            page.onResponse(response -> all.add(new Sent(response.url(), response.headers())));
            page.onRequestFailed(request -> all.add(new Sent(request.url(), Map.of())));
            page.onWebSocket(socket -> all.add(new Sent(socket.url(), Map.of())));
            page.navigate(base + "c/" + example);
            page.waitForSelector("html[data-hjx-connection=open]");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return all;
        }
    }

    /** An answer to a page. */
    private record Sent(String url, Map<String, String> headers) {

        boolean isRuntimeModule() {
            return url.matches(".*/assets/hjx/.*\\.js");
        }

        String file() {
            return url.substring(url.lastIndexOf('/') + 1);
        }

        int bytes() {
            assertThat(headers).as(url).containsEntry("content-encoding", "gzip");
            return Integer.parseInt(headers.get("content-length"));
        }
    }
}
