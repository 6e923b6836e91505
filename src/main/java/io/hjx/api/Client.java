package io.hjx.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: a browser or program, and the person behind it. Immutable.
 *
 * @param id of the client, the same as {@code client.id} in the component; no secret
 * @param user the container's user name; null where nobody has signed in
 * @param roles those of the roles that components and their beans name which the user has
 */
public record Client(String id, @Nullable String user, Set<String> roles) {

    /** Copies the roles. */
    public Client {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether the user has a role, as far as a component names it in {@code access:}, or a bean with {@link Handles} by
     * {@code @RolesAllowed} or {@code @DeclareRoles}.
     */
    public boolean isInRole(String role) {
        return roles.contains(role);
    }
}
