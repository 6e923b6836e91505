package io.hjx.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which instances somebody may see, and what he may do in them, beside the {@code access:} lines of components: a
 * board for each team, a room for each booking. An application that has such rules makes a CDI bean of this type,
 * application-scoped; where there are several, all must agree.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class TeamBoards implements InstancePolicy {
 *     @Inject Teams teams;
 *
 *     @Override
 *     public boolean mayView(Caller caller, String component, String key) {
 *         return !component.equals("Board") || teams.isMember(caller.user(), key);
 *     }
 * }
 * }</pre>
 *
 * <p>It is asked as often as a page is opened, a client subscribes or acts: it must be quick and thread-safe. What it
 * refuses is never created. Where it fails, the answer is no, and the log says why.
 */
public interface InstancePolicy {

    /**
     * Who asks. Immutable.
     *
     * @param user the container's user name; null where nobody has signed in
     * @param roles those of the roles that components name which the user has
     */
    record Caller(@Nullable String user, Set<String> roles) {}

    /**
     * May the caller see an instance?
     *
     * @param key of the instance; empty for the one without
     */
    boolean mayView(Caller caller, String component, String key);

    /**
     * May the caller do something in an instance that he may see?
     *
     * @param component whose layout names the handler: the instance's own, or one inside
     * @param action a handler's name, {@code bind} for an input, or {@code handlers} where a component inside acts
     */
    default boolean mayAct(Caller caller, String component, String key, String action) {
        return true;
    }
}
