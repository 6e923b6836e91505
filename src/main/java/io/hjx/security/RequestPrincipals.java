package io.hjx.security;

import io.hjx.runtime.spi.Principal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Tells who sends a request, from what the container knows. Thread-safe.
 *
 * @param roles the roles that components name: the container says of each whether the user has it, but lists none
 */
public record RequestPrincipals(Supplier<Set<String>> roles) {

    /** Who sends the request; {@link Principal#ANONYMOUS} where nobody has signed in. */
    public Principal of(HttpServletRequest request) {
        java.security.Principal user = request.getUserPrincipal();
        if (user == null) {
            return Principal.ANONYMOUS;
        }
        return new Principal(
                user.getName(),
                roles.get().stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet()));
    }
}
