package io.hjx.security;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Name;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.runtime.spi.Principal;

/**
 * Keeps the {@code access:} lines of components. Immutable.
 *
 * <p>A component may be seen by whoever satisfies its own {@code view} line and that of every component it shows.
 * {@code handlers} governs every action; a line for one action narrows it, which is to say that both must be satisfied.
 */
public final class RoleAuthorizer implements Authorizer {

    private static final String VIEW = "view";
    private static final String HANDLERS = "handlers";
    private static final String AUTHENTICATED = "authenticated";

    @Override
    public boolean mayView(Principal principal, CompiledComponent component, String key) {
        if (!satisfies(principal, component, VIEW)) {
            return false;
        }
        for (CompiledComponent child : component.imports()) {
            if (!mayView(principal, child, key)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean mayUse(Principal principal, CompiledComponent component, String key, String action) {
        return satisfies(principal, component, HANDLERS) && satisfies(principal, component, action);
    }

    private static boolean satisfies(Principal principal, CompiledComponent component, String name) {
        // Asked at every event, and most components have no such line
        for (Declaration.Access line : component.model().file().access()) {
            if (line.name().text().equals(name) && !satisfies(principal, line)) {
                return false;
            }
        }
        return true;
    }

    private static boolean satisfies(Principal principal, Declaration.Access line) {
        return principal.authenticated()
                && line.roles().stream()
                        .map(Name::text)
                        .anyMatch(role ->
                                role.equals(AUTHENTICATED) || principal.roles().contains(role));
    }
}
