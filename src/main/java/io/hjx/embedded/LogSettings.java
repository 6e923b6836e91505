package io.hjx.embedded;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How the program logs, which Payara Micro changes for the whole JVM: kept before it starts and put back behind it, for
 * its own formatters fail once it has ended. Immutable.
 */
record LogSettings(List<Handler> handlers, @Nullable Level level) {

    private static Logger root() {
        return Logger.getLogger("");
    }

    static LogSettings present() {
        return new LogSettings(List.of(root().getHandlers()), root().getLevel());
    }

    void restore() {
        for (Handler handler : root().getHandlers()) {
            root().removeHandler(handler);
        }
        LogManager.getLogManager().reset();
        handlers.forEach(root()::addHandler);
        root().setLevel(level);
    }
}
