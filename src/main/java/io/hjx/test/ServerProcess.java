package io.hjx.test;

import io.hjx.api.Store;
import io.hjx.json.BadMessageException;
import io.hjx.json.JsonFrameEncoder;
import io.hjx.json.JsonObjects;
import io.hjx.json.MessageDecoder;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.fanout.Client;
import io.hjx.runtime.instance.Environment;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.IdGenerator;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.StateStore;
import io.hjx.runtime.spi.Ticker;
import io.hjx.security.RoleAuthorizer;
import io.hjx.store.Functions;
import io.hjx.store.LiveStores;
import io.hjx.store.Transactions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** One life of the server, from its start to its stop or crash: nothing that it has begun goes on behind that. */
final class ServerProcess implements Executor, Ticker {

    private final VirtualTime time;
    private final LiveRuntime runtime;
    private final LiveStores stores;
    private final Set<Connection> connections = new LinkedHashSet<>();
    private volatile boolean alive = true;

    /**
     * Starts a server.
     *
     * @param ids never gives an id twice, also not to another process
     */
    ServerProcess(
            VirtualTime time,
            Deployment components,
            StateStore store,
            ScriptEngine scripts,
            IdGenerator ids,
            Chance chance,
            RuntimeSettings settings) {
        this.time = time;
        Environment environment = new Environment(store, this, this, ids, chance.surroundings(time), scripts, settings);
        this.runtime = new LiveRuntime(components, new RoleAuthorizer(), new JsonFrameEncoder(), environment);
        runtime.start();
        this.stores = new LiveStores(runtime, new JsonObjects(), Functions.here(), Transactions.NONE, this, this);
    }

    /** The instance as the application's code uses it, started. */
    Store store(String component, String key) {
        Instances.Lease lease = runtime.open(component, key);
        time.settle();
        lease.close();
        return stores.store(component, key);
    }

    LiveRuntime runtime() {
        return runtime;
    }

    /** Takes over a connection that has just opened. */
    Client connect(ConnectionInfo info, Connection connection) {
        connections.add(connection);
        return runtime.connect(info, connection);
    }

    void disconnected(Connection connection) {
        connections.remove(connection);
    }

    /** Hands a client's frame on, as the endpoint does. */
    static void receive(Client client, String frame) {
        try {
            client.receive(MessageDecoder.decode(Dialect.V1, frame));
        } catch (BadMessageException bad) {
            client.refuse(bad.answer());
        }
    }

    /** Ends as a server does that is asked to. */
    void stop() {
        runtime.stop();
        time.settle();
        crash();
    }

    /** Ends from one moment to the next. */
    void crash() {
        alive = false;
        List.copyOf(connections).forEach(Connection::cut);
        runtime.stop();
    }

    @Override
    public void execute(Runnable task) {
        time.execute(whileAlive(task));
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        return time.schedule(delay, whileAlive(task));
    }

    private Runnable whileAlive(Runnable task) {
        return () -> {
            if (alive) {
                task.run();
            }
        };
    }

    @Override
    public long currentMillis() {
        return time.currentMillis();
    }

    @Override
    public long nanos() {
        return time.nanos();
    }
}
