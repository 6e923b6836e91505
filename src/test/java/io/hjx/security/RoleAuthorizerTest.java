package io.hjx.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import io.hjx.runtime.spi.Principal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleAuthorizerTest {
    private static final Principal STAFF = new Principal("ann", Set.of("staff"));
    private static final Principal BOSS = new Principal("bea", Set.of("staff", "boss"));
    private static final Principal GUEST = new Principal("gus", Set.of());

    private final RoleAuthorizer authorizer = new RoleAuthorizer();

    @Test
    void noLine_everybody() {
        CompiledComponent open = compile("");

        assertThat(authorizer.mayView(Principal.ANONYMOUS, open, "")).isTrue();
        assertThat(authorizer.mayUse(Principal.ANONYMOUS, open, "", "reset")).isTrue();
    }

    @Test
    void authenticated_anySignedInUser() {
        CompiledComponent component = compile("access:\n  view = [\"authenticated\"]\n");

        assertThat(authorizer.mayView(GUEST, component, "")).isTrue();
        assertThat(authorizer.mayView(Principal.ANONYMOUS, component, "")).isFalse();
    }

    @Test
    void handlers_governEveryAction() {
        CompiledComponent component = compile("access:\n  handlers = [\"staff\"]\n");

        assertThat(authorizer.mayUse(STAFF, component, "", "reset")).isTrue();
        assertThat(authorizer.mayUse(STAFF, component, "", "bind")).isTrue();
        assertThat(authorizer.mayUse(GUEST, component, "", "reset")).isFalse();
        assertThat(authorizer.mayUse(GUEST, component, "", "bind")).isFalse();
        assertThat(authorizer.mayView(GUEST, component, "")).isTrue();
    }

    @Test
    void ownLine_narrows() {
        CompiledComponent component =
                compile("access:\n  handlers = [\"staff\"]\n  reset = [\"boss\"]\n  bind = [\"boss\"]\n");

        assertThat(authorizer.mayUse(BOSS, component, "", "reset")).isTrue();
        assertThat(authorizer.mayUse(STAFF, component, "", "reset")).isFalse();
        assertThat(authorizer.mayUse(STAFF, component, "", "bind")).isFalse();
        assertThat(authorizer.mayUse(STAFF, component, "", "other")).isTrue();
    }

    private static CompiledComponent compile(String access) {
        String text = "component Test\n" + access + "layout:\n  p: \"x\"\nhandlers:\n  reset:\n    log \"r\"\n";
        return HjxCompiler.compile(new SourceFile("Test.hjx", text), SourceLoader.none())
                .component();
    }
}
