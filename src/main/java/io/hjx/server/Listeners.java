package io.hjx.server;

import io.hjx.api.HjxServer;
import io.hjx.runtime.ClientWatch;
import io.hjx.runtime.fanout.Client;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Who wants to know of clients that come and go. Thread-safe. */
final class Listeners implements ClientWatch {

    private final List<Consumer<HjxServer.Client>> connection = new CopyOnWriteArrayList<>();
    private final List<Consumer<HjxServer.Client>> disconnection = new CopyOnWriteArrayList<>();
    private final Announcements announcements;

    /** @param executor runs listeners, which may wait */
    Listeners(Executor executor) {
        this.announcements = new Announcements(executor);
    }

    void add(String event, Consumer<HjxServer.Client> listener) {
        switch (event) {
            case HjxServer.CONNECTION -> connection.add(listener);
            case HjxServer.DISCONNECTION -> disconnection.add(listener);
            default ->
                throw new IllegalArgumentException("There is no event " + event + "; there are " + HjxServer.CONNECTION
                        + " and " + HjxServer.DISCONNECTION + ".");
        }
    }

    @Override
    public void connected(Client client) {
        tell(connection, client);
    }

    @Override
    public void disconnected(Client client) {
        tell(disconnection, client);
    }

    /** Each listener in an announcement of its own: one that fails keeps it from no other. */
    private void tell(List<Consumer<HjxServer.Client>> listeners, Client client) {
        for (Consumer<HjxServer.Client> listener : listeners) {
            announcements.add(() -> listener.accept(new ServerClient(client)));
        }
    }
}
