package io.hjx.embedded;

import java.security.Policy;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What Payara Micro takes over for the whole JVM, how the program logs and the policy of its security: kept before it
 * starts and put back behind it, for its own parts fail once it has ended. Immutable.
 */
@SuppressWarnings("removal")
record Borrowed(List<Handler> handlers, @Nullable Level level) {

    private static Logger root() {
        return Logger.getLogger("");
    }

    static Borrowed present() {
        return new Borrowed(List.of(root().getHandlers()), root().getLevel());
    }

    void giveBack() {
        // The JDK makes its own anew when it is asked for
        Policy.setPolicy(null);
        for (Handler handler : root().getHandlers()) {
            root().removeHandler(handler);
        }
        LogManager.getLogManager().reset();
        handlers.forEach(root()::addHandler);
        root().setLevel(level);
    }
}
