package io.hjx.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.InstancePolicy;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import io.hjx.runtime.spi.Principal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyAuthorizerTest {

    private static final Principal ANN = new Principal("ann", Set.of("staff"));
    private static final Principal BOB = new Principal("bob", Set.of());

    /** A board for each user; only staff may reset one. */
    private static final class Own implements InstancePolicy {
        @Override
        public boolean mayView(Caller caller, String component, String key) {
            return !component.equals("Board") || key.equals(caller.user());
        }

        @Override
        public boolean mayAct(Caller caller, String component, String key, String action) {
            return !action.equals("reset") || caller.roles().contains("staff");
        }
    }

    private final CompiledComponent board = compile("Board", "");

    @Test
    void policies_none_linesDecide() {
        PolicyAuthorizer authorizer = authorizer();
        CompiledComponent closed = compile("Board", "access:\n  view = [\"staff\"]\n");

        assertThat(authorizer.mayView(ANN, closed, "")).isTrue();
        assertThat(authorizer.mayView(BOB, closed, "")).isFalse();
    }

    @Test
    void policy_keysOfOthers_areRefused() {
        PolicyAuthorizer authorizer = authorizer(new Own());

        assertThat(authorizer.mayView(ANN, board, "ann")).isTrue();
        assertThat(authorizer.mayView(ANN, board, "bob")).isFalse();
        assertThat(authorizer.mayView(ANN, compile("Other", ""), "bob")).isTrue();
    }

    @Test
    void policy_actions_areRefusedByRole() {
        PolicyAuthorizer authorizer = authorizer(new Own());

        assertThat(authorizer.mayUse(ANN, board, "ann", "reset")).isTrue();
        assertThat(authorizer.mayUse(BOB, board, "bob", "reset")).isFalse();
        assertThat(authorizer.mayUse(BOB, board, "bob", "add")).isTrue();
    }

    @Test
    void policies_several_mustAllAgree() {
        PolicyAuthorizer authorizer = authorizer(new Own(), (caller, component, key) -> !key.equals("ann"));

        assertThat(authorizer.mayView(ANN, board, "ann")).isFalse();
        assertThat(authorizer.mayView(BOB, board, "bob")).isTrue();
    }

    @Test
    void policy_cannotAllowWhatTheLinesRefuse() {
        PolicyAuthorizer authorizer = authorizer((caller, component, key) -> true);
        CompiledComponent closed = compile("Board", "access:\n  view = [\"staff\"]\n  handlers = [\"staff\"]\n");

        assertThat(authorizer.mayView(BOB, closed, "")).isFalse();
        assertThat(authorizer.mayUse(BOB, closed, "", "add")).isFalse();
        assertThat(authorizer.mayFetch(BOB, closed)).isFalse();
    }

    @Test
    void policy_thatFails_isANo() {
        PolicyAuthorizer authorizer = authorizer((caller, component, key) -> {
            throw new IllegalStateException("deliberate");
        });

        assertThat(authorizer.mayView(ANN, board, "")).isFalse();
    }

    @Test
    void files_areTheSameForEveryInstance() {
        assertThat(authorizer(new Own()).mayFetch(BOB, board)).isTrue();
    }

    private static PolicyAuthorizer authorizer(InstancePolicy... policies) {
        return new PolicyAuthorizer(new RoleAuthorizer(), List.of(policies));
    }

    private static CompiledComponent compile(String name, String access) {
        String text = "component " + name + "\n" + access + "layout:\n  view\n";
        return HjxCompiler.compile(new SourceFile(name + ".hjx", text), SourceLoader.none())
                .component();
    }
}
