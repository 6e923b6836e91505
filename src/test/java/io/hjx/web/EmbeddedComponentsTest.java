package io.hjx.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.Hjx;
import io.hjx.registry.ComponentRegistry;
import io.hjx.runtime.RefusedException;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Principal;
import io.hjx.security.RequestPrincipals;
import io.hjx.security.RoleAuthorizer;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EmbeddedComponentsTest {

    private static final String LINKS = """
            <link rel="stylesheet" href="/app/assets/c/abc/Counter.css">
            <link rel="modulepreload" href="/app/assets/c/abc/Counter.js">
            """;

    private final ComponentRegistry registry = Components.registry(
            Components.deployed(Components.component("Counter", "abc", "")),
            Components.deployed(Components.forRole("Salaries", "hr")));
    private final List<Principal> asked = new ArrayList<>();
    private CompletionStage<FirstLook.View> answer =
            CompletableFuture.completedFuture(new FirstLook.View("<div>3</div>", "{\"name\":\"</script>\"}"));

    @Test
    void render_visible_isLinksAndElementWithHtmlAndData() {
        assertThat(request("").render("Counter", "42")).hasToString(LINKS + """
                <hjx-component name="Counter" key="42"><div>3</div>\
                <script type="application/json">{"name":"\\u003c/script>"}</script></hjx-component>""");
    }

    @Test
    void render_twiceInOneRequest_linksOnce() {
        Hjx hjx = request("");

        assertThat(hjx.render("Counter").html()).startsWith(LINKS);
        assertThat(hjx.render("Counter", "2").html()).startsWith("<hjx-component name=\"Counter\" key=\"2\">");
        assertThat(request("").render("Counter").html()).startsWith(LINKS);
    }

    @Test
    void render_unknown_isAMessageInWhichTextIsText() {
        assertThat(request("").render("<b>\"", "<i>").html())
                .isEqualTo("<hjx-component name=\"&lt;b&gt;&quot;\" key=\"&lt;i&gt;\"><p class=\"hjx-message\""
                        + " role=\"alert\">&lt;b&gt;\" cannot be shown: there is no component of this name.</p>"
                        + "</hjx-component>");
    }

    @Test
    void render_refused_saysWhyAndNamesNoFile() {
        answer = CompletableFuture.<FirstLook.View>failedFuture(
                        new RefusedException(Rejection.of(ErrorCode.BAD_KEY, "a key is short")))
                .thenApply(view -> view);

        assertThat(request("").render("Counter", "a b").html())
                .isEqualTo("<hjx-component name=\"Counter\" key=\"a b\"><p class=\"hjx-message\" role=\"alert\">"
                        + "Counter cannot be shown: a key is short.</p></hjx-component>");
    }

    @Test
    void render_asks_forTheUserOfTheRequest() {
        request("ann").render("Salaries");
        request("").render("Salaries");

        assertThat(asked).containsExactly(new Principal("ann", Set.of("hr")), Principal.ANONYMOUS);
    }

    @Test
    void render_failed_leavesThePlaceToTheBrowser() {
        answer = CompletableFuture.failedFuture(new IllegalStateException("secret"));

        assertThat(request("").render("Counter", "1").html())
                .isEqualTo(LINKS + "<hjx-component name=\"Counter\" key=\"1\"></hjx-component>");
    }

    @Test
    void render_late_waitsOnceInARequest() {
        answer = new CompletableFuture<>();
        Hjx hjx = request("");

        assertThat(hjx.render("Counter", "1").html()).endsWith("key=\"1\"></hjx-component>");
        long before = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(hjx.render("Counter", "2").html()).endsWith("key=\"2\"></hjx-component>");
        }
        assertThat(System.nanoTime() - before).as("nanoseconds for 100 more").isLessThan(2_000_000_000L);
    }

    @Test
    void head_isStyleAndModuleOfTheRuntime() {
        assertThat(request("").head().html()).matches("""
                <link rel="stylesheet" href="/app/assets/hjx/[0-9a-f]{16}/element.css">
                <script type="module" async="" blocking="render" src="/app/assets/hjx/[0-9a-f]{16}/early.js"></script>
                <script type="module" src="/app/assets/hjx/[0-9a-f]{16}/page.js"></script>
                """);
    }

    @Test
    void entry_importsTheRuntime_underAnyContextPath() {
        assertThat(new String(EntryServlet.entry("0f").plain(), UTF_8))
                .isEqualTo("import \"./assets/hjx/0f/page.js\";\n");
    }

    /** A request of a user who has every role, or of nobody where the name is empty. */
    private Hjx request(String user) {
        FirstLook look = (component, key, principal, session) -> {
            asked.add(principal);
            return answer;
        };
        Assets assets = new Assets(RuntimeFiles.of(Map.of()), hash -> null, key -> null, SourceMaps.LEFT_OUT);
        Pages pages = new Pages(registry, look, new RoleAuthorizer(), WebSettings.of(false, false), "/app", assets);
        Visitors visitors = new Visitors(new RequestPrincipals(() -> Set.of("hr")), registry);
        return pages.embedded(visitors, servletRequest(user));
    }

    private static HttpServletRequest servletRequest(String user) {
        Map<Object, Object> attributes = new HashMap<>();
        java.security.Principal principal = user.isEmpty() ? null : () -> user;
        return (HttpServletRequest) Proxy.newProxyInstance(
                EmbeddedComponentsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, given) -> switch (method.getName()) {
                    case "getUserPrincipal" -> principal;
                    case "isUserInRole" -> true;
                    case "getSession" -> null;
                    case "getAttribute" -> attributes.get(given[0]);
                    case "setAttribute" -> attributes.put(given[0], given[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
