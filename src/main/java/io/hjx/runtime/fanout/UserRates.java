package io.hjx.runtime.fanout;

import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What the connections of one signed-in user may send together, so that many of them give no more than a few.
 * Thread-safe.
 *
 * <p>A user is remembered while he has a connection: there are never more than there are connections.
 */
public final class UserRates {

    private final ConcurrentMap<String, Shared> users = new ConcurrentHashMap<>();

    /** One connection's part in its user's rate. */
    public final class Part {

        /** Null where nobody has signed in. */
        private final @Nullable Shared shared;

        private Part(@Nullable Shared shared) {
            this.shared = shared;
        }

        /** Takes a token; false where the user's connections have taken all. */
        boolean take(long nowNanos) {
            return shared == null || shared.take(nowNanos);
        }

        /** The connection is closed; called once. */
        void leave() {
            if (shared != null) {
                users.computeIfPresent(shared.user, (user, known) -> --known.connections == 0 ? null : known);
            }
        }
    }

    private static final class Shared {

        private final String user;

        /** Guarded by this. */
        private final TokenBucket bucket;

        /** Changed within the map's own operations on this user alone. */
        private int connections;

        Shared(String user, TokenBucket bucket) {
            this.user = user;
            this.bucket = bucket;
        }

        synchronized boolean take(long nowNanos) {
            return bucket.take(nowNanos);
        }
    }

    /** A connection of this user has opened; those whom nobody knows share nothing. */
    public Part join(Principal principal, RuntimeSettings.Rate rate, long nowNanos) {
        String name = principal.name();
        if (name == null) {
            return new Part(null);
        }
        return new Part(users.compute(name, (user, known) -> {
            Shared shared = known == null ? new Shared(user, new TokenBucket(rate, nowNanos)) : known;
            shared.connections++;
            return shared;
        }));
    }

    /** The number of users who are remembered. */
    int size() {
        return users.size();
    }
}
