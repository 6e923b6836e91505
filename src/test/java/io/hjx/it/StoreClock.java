package io.hjx.it;

import io.hjx.api.HjxServer;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** A timer of an enterprise bean, each of whose calls is a transaction. */
@Singleton
@Startup
public class StoreClock {

    @Inject
    private HjxServer server;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        server.store("Counter", "clock").update("count", Integer.class, count -> count + 1);
    }
}
