package io.hjx.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.source.SourceFile;
import io.hjx.runtime.spi.ComponentSource;
import io.hjx.runtime.spi.Principal;
import io.hjx.security.ConnectionLimits;
import io.hjx.security.RoleAuthorizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HandshakeRulesTest {
    private static final Principal HR = new Principal("ann", Set.of("hr"));
    private static final Principal OTHER = new Principal("bob", Set.of());

    private final Map<String, CompiledComponent> components = Map.of(
            "Open", compile("component Open\nlayout:\n  p: \"x\"\n"),
            "Staff", compile("component Staff\naccess:\n  view = [\"hr\"]\nlayout:\n  p: \"x\"\n"));
    private final HandshakeRules rules =
            new HandshakeRules(source(), new RoleAuthorizer(), new ConnectionLimits(1, 1, () -> 0));

    @Test
    void judge_openComponent_passes() {
        assertThat(rules.judge(Principal.ANONYMOUS, "Open", "", false)).isNull();
        assertThat(rules.judge(Principal.ANONYMOUS, "Open", "sales:2024_a.b-c", false))
                .isNull();
    }

    @Test
    void judge_noComponent_isForSubscribersAlone() {
        assertThat(rules.judge(Principal.ANONYMOUS, null, "", true)).isNull();
        assertThat(rules.judge(Principal.ANONYMOUS, null, "", false).status()).isEqualTo(404);
    }

    @Test
    void judge_unknownComponentOrKey_is404() {
        assertThat(rules.judge(HR, "Nothing", "", false).status()).isEqualTo(404);
        assertThat(rules.judge(HR, "Nothing", "", true).status()).isEqualTo(404);
        assertThat(rules.judge(HR, "Open", "a b", false).status()).isEqualTo(404);
        assertThat(rules.judge(HR, "Open", "x".repeat(129), false).status()).isEqualTo(404);
    }

    @Test
    void judge_role_is401Or403() {
        assertThat(rules.judge(HR, "Staff", "", false)).isNull();
        assertThat(rules.judge(OTHER, "Staff", "", false).status()).isEqualTo(403);
        assertThat(rules.judge(Principal.ANONYMOUS, "Staff", "", false).status())
                .isEqualTo(401);
    }

    @Test
    void full_tellsToWait() {
        assertThat(HandshakeRules.full(ConnectionLimits.Full.ADDRESS))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(429))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isPositive());
        assertThat(HandshakeRules.full(ConnectionLimits.Full.SERVER).status()).isEqualTo(503);
    }

    private ComponentSource source() {
        return new ComponentSource() {
            @Override
            public CompiledComponent find(String name) {
                return components.get(name);
            }

            @Override
            public String moduleUrl(CompiledComponent component) {
                return "/" + component.name();
            }

            @Override
            public void onChange(Consumer<CompiledComponent> listener) {
                // Nothing changes
            }

            @Override
            public List<Diagnostic> faults(String name) {
                return List.of();
            }

            @Override
            public void onFaults(Consumer<String> listener) {
                // Nothing breaks
            }
        };
    }

    private static CompiledComponent compile(String text) {
        return HjxCompiler.compile(new SourceFile("Test.hjx", text), SourceLoader.none())
                .component();
    }
}
