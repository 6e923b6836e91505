package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.registry.ComponentRegistry;
import io.hjx.registry.Deployed;
import io.hjx.runtime.RefusedException;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Principal;
import io.hjx.security.RoleAuthorizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PagesTest {
    private static final Visitor ANYBODY = new Visitor(Principal.ANONYMOUS, "");
    private static final Visitor HR = new Visitor(new Principal("ann", Set.of("hr")), "");

    private final SourceFile wrongSource = new SourceFile("Wrong.hjx", "component Wrong\nlayuot:\n");
    private final Deployed wrong = new Deployed(
            "Wrong",
            wrongSource,
            null,
            List.of(Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, wrongSource, new Span(16, 22), "layuot")),
            Map.of());
    private final ComponentRegistry registry = Components.registry(
            Components.deployed(Components.component("Counter", "abc", "")),
            Components.deployed(Components.component("SharedNote", "def", "")),
            Components.deployed(Components.forRole("Salaries", "hr")),
            wrong);
    private final Pages pages = pages(WebSettings.of(true, true));

    @Test
    void component_known_isACompletePage() {
        Answer answer = component("SharedNote", "lobby", ANYBODY);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.html())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\" data-hjx-dev=\"\">")
                .contains("<title>Shared note</title>")
                .contains("width=device-width")
                .contains("href=\"/app/assets/c/def/SharedNote.css\"")
                .contains("<link rel=\"modulepreload\" href=\"/app/assets/c/def/SharedNote.js\">")
                .containsPattern(
                        "<script type=\"module\" async=\"\" blocking=\"render\" src=\"[^\"]*/early.js\"></script>\n"
                                + "<script type=\"module\" src=\"/app/assets/hjx/[0-9a-f]{16}/page.js\"></script>")
                .contains("<hjx-component name=\"SharedNote\" key=\"lobby\"><div>SharedNote lobby</div>"
                        + "<script type=\"application/json\">{\"epoch\":\"e\"}</script></hjx-component>");
    }

    @Test
    void component_unknown_is404WithTheNearestName() {
        Answer answer = component("<Countr>", "", ANYBODY);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.html())
                .contains("There is no component `&lt;Countr&gt;`")
                .doesNotContain("<Countr>");

        assertThat(component("Countr", "", ANYBODY).html())
                .contains("Did you mean <a href=\"/app/c/Counter\">Counter</a>?");
    }

    @Test
    void component_keyWithOtherCharacters_is400() {
        assertThat(component("Counter", "a b", ANYBODY).status()).isEqualTo(400);
        assertThat(component("Counter", "a".repeat(129), ANYBODY).status()).isEqualTo(400);
        assertThat(component("Counter", "a.b:c-d_1", ANYBODY).status()).isEqualTo(200);
    }

    @Test
    void component_accessRefused_is403() {
        assertThat(component("Salaries", "", ANYBODY).status()).isEqualTo(403);
        assertThat(component("Salaries", "", HR).status()).isEqualTo(200);
    }

    @Test
    void component_scopeRefused_is403() {
        RefusedException refused = new RefusedException(Rejection.of(ErrorCode.FORBIDDEN, "you have no name"));
        Pages refusing = new Pages(
                registry,
                (component, key, principal, session) -> CompletableFuture.failedFuture(refused),
                new RoleAuthorizer(),
                WebSettings.of(true, true),
                "",
                assets());
        assertThat(refusing.component("Counter", "", ANYBODY)
                        .toCompletableFuture()
                        .join()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void component_neverCompiled_showsDiagnosticToDevelopersAlone() {
        Answer development = component("Wrong", "", ANYBODY);
        assertThat(development.status()).isEqualTo(500);
        assertThat(development.refresh()).isPositive();
        assertThat(development.html()).contains("Wrong.hjx:2:1").contains("^^^^^^");

        Answer production = pages(WebSettings.of(false, false))
                .component("Wrong", "", ANYBODY)
                .toCompletableFuture()
                .join();
        assertThat(production.html()).contains("Wrong cannot be shown").doesNotContain("layuot");
    }

    @Test
    void gallery_showsWhatMayBeSeen() {
        Answer answer = pages.gallery().page(ANYBODY).toCompletableFuture().join();

        assertThat(answer.html())
                .contains("<hjx-component name=\"Counter\" key=\"\">")
                .contains("<code>component Counter\n# &lt;b&gt;\n</code>")
                .contains("There is no version that can be shown.")
                .doesNotContain("Salaries");
        assertThat(pages.gallery().page(HR).toCompletableFuture().join().html()).contains("Salaries");
    }

    @Test
    void gallery_oneThatFails_doesNotHarmTheOthers() {
        Pages failing = new Pages(
                registry,
                (component, key, principal, session) -> component.name().equals("Counter")
                        ? CompletableFuture.failedFuture(new IllegalStateException("full"))
                        : CompletableFuture.completedFuture(new FirstLook.View("<p></p>", "{}")),
                new RoleAuthorizer(),
                WebSettings.of(true, true),
                "",
                assets());
        String html =
                failing.gallery().page(ANYBODY).toCompletableFuture().join().html();

        assertThat(html)
                .contains("<hjx-component name=\"SharedNote\"")
                .doesNotContain("<hjx-component name=\"Counter\"");
    }

    @Test
    void gallery_inProduction_isClosedUnlessSet() {
        assertThat(pages(WebSettings.of(false, false)).gallery().open()).isFalse();
        assertThat(pages(WebSettings.of(false, true)).gallery().open()).isTrue();
        assertThat(pages(WebSettings.of(true, false)).gallery().open()).isTrue();
    }

    private Answer component(String name, String key, Visitor visitor) {
        return pages.component(name, key, visitor).toCompletableFuture().join();
    }

    private Pages pages(WebSettings settings) {
        FirstLook look = (component, key, principal, session) -> CompletableFuture.completedFuture(
                new FirstLook.View("<div>" + component.name() + " " + key + "</div>", "{\"epoch\":\"e\"}"));
        return new Pages(registry, look, new RoleAuthorizer(), settings, "/app", assets());
    }

    private static Assets assets() {
        return new Assets(RuntimeFiles.of(Map.of()), hash -> null, key -> null, SourceMaps.LEFT_OUT);
    }
}
