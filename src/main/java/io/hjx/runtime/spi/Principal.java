package io.hjx.runtime.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a connection or a page. Immutable.
 *
 * @param name the container's user name; null where nobody has signed in
 * @param roles those of the roles that components name which the container confirms
 */
public record Principal(@Nullable String name, Set<String> roles) {

    public static final Principal ANONYMOUS = new Principal(null, Set.of());

    public boolean authenticated() {
        return name != null;
    }
}
