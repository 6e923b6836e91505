package io.hjx.runtime;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.value.Value;
import io.hjx.runtime.fanout.Admission;
import io.hjx.runtime.fanout.Client;
import io.hjx.runtime.fanout.Hub;
import io.hjx.runtime.fanout.Resumptions;
import io.hjx.runtime.fanout.UserRates;
import io.hjx.runtime.instance.Audience;
import io.hjx.runtime.instance.Behavior;
import io.hjx.runtime.instance.Companions;
import io.hjx.runtime.instance.ComponentBehavior;
import io.hjx.runtime.instance.Environment;
import io.hjx.runtime.instance.Glance;
import io.hjx.runtime.instance.Identity;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.instance.Round;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.runtime.spi.ComponentSource;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.FrameEncoder;
import io.hjx.runtime.spi.HandlerState;
import io.hjx.runtime.spi.JavaHandlers;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.Ticker;
import io.hjx.runtime.spi.Transport;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The live components of one application: who connects, what they follow, and the instances behind. Thread-safe; no
 * method waits.
 *
 * <p>It uses what it is given and closes none of it: store, script engine, executor and ticker are closed by whoever
 * made them, after {@link #stop} has completed.
 */
public final class LiveRuntime {

    private static final System.Logger LOG = System.getLogger("io.hjx.runtime");
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final int BEATS_PER_SWEEP = 30;

    private final ComponentSource components;
    private final Function<CompiledComponent, Behavior> behaviors;
    private final Environment environment;
    private final Instances instances;
    private final Hub hub;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();
    private final Round heartbeats = new Round("the heartbeat of connections");
    private final Round broadcasts = new Round("a broadcast to connections");
    private final Round faults = new Round("the faults of a file to connections");
    private final Round closings = new Round("the closing of connections");

    /** Guarded by this. */
    private Ticker.@Nullable Cancellable nextBeat;

    /** Confined to the beat. */
    private int beats;

    private volatile boolean stopped;
    private volatile ClientWatch watch = ClientWatch.NONE;

    /** A runtime in which components do what their files say. */
    public LiveRuntime(
            ComponentSource components, Authorizer authorizer, FrameEncoder encoder, Environment environment) {
        this(
                components,
                authorizer,
                encoder,
                environment,
                component -> new ComponentBehavior(component, components.moduleUrl(component)));
    }

    /**
     * A runtime in which components do something else, or more.
     *
     * @param behaviors what instances of a component do
     */
    public LiveRuntime(
            ComponentSource components,
            Authorizer authorizer,
            FrameEncoder encoder,
            Environment environment,
            Function<CompiledComponent, Behavior> behaviors) {
        this.components = components;
        this.behaviors = behaviors;
        this.environment = environment;
        this.instances = new Instances(environment);
        Admission admission = new Admission(
                components,
                authorizer,
                instances,
                behaviors,
                environment.settings().state());
        Resumptions resumptions = new Resumptions(
                environment.ids(),
                environment.ticker(),
                environment.settings().traffic().resumeWindow());
        this.hub = new Hub(environment, instances, admission, encoder, resumptions, new UserRates());
    }

    /** Begins to follow the components and to look after connections; called once. */
    public void start() {
        components.onChange(this::changed);
        if (environment.settings().development()) {
            components.onFaults(component -> faults.each(clients, client -> client.faultsChanged(component)));
        }
        schedule();
    }

    /**
     * Takes over a connection that has just opened. The adapter passes on what arrives: {@link Client#receive},
     * {@link Client#refuse}, {@link Client#heard}, and at the end, whatever the reason, {@link Client#closed}.
     */
    public Client connect(ConnectionInfo info, Transport transport) {
        String id = Long.toString(count.incrementAndGet());
        Client client = new Client(hub, id, info, transport, this::disconnected);
        clients.add(client);
        watch.connected(client);
        if (stopped) {
            client.close(CloseCode.GOING_AWAY, "the server is stopping");
        } else {
            client.open();
        }
        return client;
    }

    private void disconnected(Client client) {
        clients.remove(client);
        watch.disconnected(client);
    }

    /** Tells somebody, in place of anybody else, of the clients that come and go from now on. */
    public void watch(ClientWatch newWatch) {
        watch = newWatch;
    }

    /**
     * An instance as somebody new would see it; it is started where it does not run.
     *
     * @param session the browser session's id, or null
     * @return a stage of the view; it fails with {@link RefusedException} where the instance may not be seen
     */
    public CompletionStage<View> peek(String component, String key, Principal principal, @Nullable String session) {
        try {
            Admission.Result result = hub.admission().admit(component, key, principal, session == null ? "" : session);
            return result instanceof Admission.Refused refused
                    ? CompletableFuture.failedFuture(new RefusedException(refused.rejection()))
                    : view((Admission.Admitted) result, principal);
        } catch (RuntimeException e) {
            // Whoever looks at many must not lose the others
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Opens a shared instance for the application itself; it is started where it does not run.
     *
     * @return the lease is the caller's to close
     * @throws RefusedException where there is no such component, or it is not shared, or there are too many instances
     */
    public Instances.Lease open(String component, String key) {
        Admission.Result result = hub.admission().open(component, key);
        if (result instanceof Admission.Refused refused) {
            throw new RefusedException(refused.rejection());
        }
        return ((Admission.Admitted) result).lease();
    }

    /**
     * Says whether the application can {@link #open} such an instance, without doing so.
     *
     * @throws RefusedException where it cannot, at any time
     */
    public void check(String component, String key) {
        Rejection refusal = hub.admission().refusal(component, key);
        if (refusal != null) {
            throw new RefusedException(refusal);
        }
    }

    /** What the application adds to instances. */
    public Companions companions() {
        return instances.companions();
    }

    private CompletionStage<View> view(Admission.Admitted admitted, Principal principal) {
        Instances.Lease lease = admitted.lease();
        CompletableFuture<View> view = new CompletableFuture<>();
        lease.instance().started().whenComplete((first, failure) -> {
            try {
                view.complete(present(admitted, principal));
            } catch (RuntimeException | StackOverflowError e) {
                view.completeExceptionally(
                        new RefusedException(Rejection.of(ErrorCode.UNAVAILABLE, "the instance cannot be shown")));
            } finally {
                lease.close();
            }
        });
        return view;
    }

    private View present(Admission.Admitted admitted, Principal principal) {
        Publication publication = admitted.lease().instance().publication();
        if (publication == null) {
            throw new IllegalStateException("a started instance has a publication");
        }
        Glance glance = Glance.of(publication, Identity.of("", principal, false), environment);
        boolean compiled = publication.behavior() instanceof ComponentBehavior;
        return new View(
                compiled ? ((ComponentBehavior) publication.behavior()).component() : admitted.component(),
                publication.epoch(),
                publication.version(),
                publication.whole(Audience.LAYOUTS).values(),
                glance.local(),
                glance.access());
    }

    /** Sends an event to every client, whatever it follows; in no order with changes. */
    public void broadcast(String event, Value data) {
        Map<Dialect, Frame> frames = new EnumMap<>(Dialect.class);
        broadcasts.each(
                clients,
                client -> client.send(
                        frames.computeIfAbsent(client.info().dialect(), dialect -> frame(dialect, event, data))));
    }

    private Frame frame(Dialect dialect, String event, Value data) {
        ServerMessage message = dialect.isV1()
                ? new ServerMessage.Event(null, event, data)
                : new ServerMessage.PlainEvent(null, event, data);
        return hub.encoder().frame(dialect, message);
    }

    /**
     * Gives Java a turn of each running instance of a component, in no order among them.
     *
     * @param work what it does, as in {@link JavaHandlers}; its failures are logged
     */
    public void everywhere(String component, Function<HandlerState, CompletionStage<Void>> work) {
        instances.forEach(instance -> {
            if (instance.key().component().equals(component) && !instance.turn(work)) {
                LOG.log(System.Logger.Level.WARNING, "{0}: an instance has too much to do for an event", component);
            }
        });
    }

    /** The number of instances that are alive. */
    public int instanceCount() {
        return instances.size();
    }

    /** The number of open connections. */
    public int clientCount() {
        return clients.size();
    }

    /** The open connections, as they are at this moment. */
    public Collection<Client> clients() {
        return List.copyOf(clients);
    }

    /**
     * Ends everything: clients are closed with 1001, instances, their scripts and timers ended. Connections that come
     * later are closed at once. Completes when nothing is left.
     */
    public CompletionStage<Void> stop() {
        synchronized (this) {
            stopped = true;
            if (nextBeat != null) {
                nextBeat.cancel();
                nextBeat = null;
            }
        }
        closings.each(clients(), client -> client.close(CloseCode.GOING_AWAY, "the server is stopping"));
        return instances.stop();
    }

    private void changed(CompiledComponent component) {
        if (stopped) {
            return;
        }
        Behavior next = behaviors.apply(component);
        instances.forEach(instance -> {
            if (instance.key().component().equals(component.name())) {
                instance.replace(next);
            }
        });
    }

    private synchronized void schedule() {
        if (!stopped) {
            nextBeat = environment.ticker().schedule(BEAT, this::beat);
        }
    }

    /** The one timer of the runtime: send watchdog, heartbeat, eviction, forgetting. Beats never overlap. */
    private void beat() {
        try {
            long now = environment.ticker().nanos();
            heartbeats.each(clients, client -> client.beat(now));
            if (++beats % BEATS_PER_SWEEP == 0) {
                instances.sweep();
                hub.resumptions().purge();
            }
        } finally {
            schedule();
        }
    }
}
