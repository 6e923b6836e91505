package io.hjx.embedded;

import io.hjx.api.HjxServer;
import io.hjx.api.MessageServer;
import io.hjx.api.ServerOptions;
import io.hjx.api.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A server that a program runs in itself, on Payara Micro. Thread-safe.
 *
 * <p>Between start and stop all is the application's own {@link HjxServer}. Listeners stay over several runs.
 */
final class EmbeddedServer implements HjxServer {

    private final ServerOptions options;
    private final Address address;
    private final Map<String, String> settings;

    /** Guarded by this, as is the rest. */
    private final List<Listener> listeners = new ArrayList<>();

    /** Written with the lock; read without, since whoever starts and stops keeps it meanwhile. */
    private volatile @Nullable Run run;

    private record Listener(String event, Consumer<Client> told) {}

    private EmbeddedServer(ServerOptions options, Address address, Map<String, String> settings) {
        this.options = options;
        this.address = address;
        this.settings = settings;
    }

    /**
     * A server that does not run yet.
     *
     * @param environment says what the options leave open
     * @throws IllegalArgumentException where an option means nothing
     */
    static EmbeddedServer of(ServerOptions options, Map<String, String> environment) {
        String component =
                options.component() == null ? environment.getOrDefault("COMPONENT", "") : options.component();
        Map<String, String> settings = new HashMap<>();
        if (!component.isBlank()) {
            settings.putAll(ComponentFile.of(component).settings());
        }
        settings.putAll(options.settings());
        return new EmbeddedServer(options, Address.of(options.host(), options.port(), environment), settings);
    }

    @Override
    public synchronized HjxServer start() {
        if (run != null) {
            throw new IllegalStateException("The server runs already");
        }
        address.requireFree();
        Program program = new Program(settings, options.channels(), options.handlers(), this::prepare);
        if (!program.begin()) {
            throw new IllegalStateException("Another server runs in this program; stop it first");
        }
        run = Run.start(program, address);
        return this;
    }

    /** The application has started, and no client is there yet. */
    private void prepare(HjxServer server) {
        listeners.forEach(listener -> server.on(listener.event, listener.told));
    }

    @Override
    public synchronized void stop() {
        Run present = run;
        run = null;
        if (present != null) {
            present.stop();
        }
    }

    @Override
    public synchronized void on(String event, Consumer<Client> listener) {
        if (!event.equals(CONNECTION) && !event.equals(DISCONNECTION)) {
            throw new IllegalArgumentException(
                    "There is no event " + event + "; there are " + CONNECTION + " and " + DISCONNECTION + ".");
        }
        listeners.add(new Listener(event, listener));
        if (run != null) {
            run.server().on(event, listener);
        }
    }

    @Override
    public Collection<Client> clients() {
        Run present = run;
        return present == null ? List.of() : present.server().clients();
    }

    @Override
    public void broadcast(String event, @Nullable Object data) {
        running().broadcast(event, data);
    }

    @Override
    public MessageServer messages() {
        return running().messages();
    }

    @Override
    public Store store(String component, String key) {
        return running().store(component, key);
    }

    private HjxServer running() {
        Run present = run;
        if (present == null) {
            throw new IllegalStateException("The server does not run; start() it first");
        }
        return present.server();
    }
}
