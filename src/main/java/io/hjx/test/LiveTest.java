package io.hjx.test;

import io.hjx.api.Store;
import io.hjx.json.JsonFrameEncoder;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.RefusedException;
import io.hjx.runtime.View;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.StateStore;
import io.hjx.runtime.store.MemoryStateStore;
import io.hjx.script.GraalScriptEngine;
import io.hjx.script.ScriptLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component with its users, driven without a browser and without a server: the runtime, the messages and the layout
 * are the real ones; network and time are the test's.
 *
 * <pre>{@code
 * try (LiveTest test = LiveTest.of("Todo")) {
 *     User anna = test.user("anna");
 *     User ben = test.user("ben");
 *     anna.type("What is to be done?", "Milk");
 *     anna.click("Add");
 *     ben.see("Milk");
 *     ben.network().drop();
 *     anna.find("listitem", "Milk").click("Delete Milk");
 *     ben.network().reconnect();
 *     ben.dontSee("Milk");
 *     test.assertConverged();
 * }
 * }</pre>
 *
 * <p>What is done with the test itself, one anonymous visitor does. Nothing happens by itself: an action lets
 * everything happen that follows from it at once, {@link #advance} what follows later. All of it belongs to one thread.
 */
public final class LiveTest extends Area implements AutoCloseable {

    private final Setup setup;
    private final VirtualTime time = new VirtualTime();
    private final Chance chance;
    private final Deployment components;
    private final AwaitedScripts scripts;
    private final List<User> users = new ArrayList<>();
    private StateStore store = new MemoryStateStore();
    private ServerProcess server;
    private int visitors;
    private @Nullable User visitor;
    private @Nullable Seat firstSeat;

    /** Who sits before a page. */
    private record Seat(Principal principal, String session) {}

    LiveTest(ComponentSources sources, Setup setup) {
        this.setup = setup;
        this.chance = new Chance(setup.seed());
        this.components = new Deployment(sources);
        this.scripts = new AwaitedScripts(time, () -> new GraalScriptEngine(ScriptLimits.STANDARD));
        this.server = start();
    }

    private ServerProcess start() {
        return new ServerProcess(time, components, store, scripts, chance::id, chance, setup.settings());
    }

    /**
     * Begins the test of a component.
     *
     * @param component its name, {@code Counter}, for a file {@code Counter.hjx}: on the class path, at its root, below
     *     {@code components/} or {@code WEB-INF/components/}; else in {@code src/main/webapp/WEB-INF/components}. Or,
     *     over several lines, its text
     */
    public static LiveTest of(String component) {
        return with().of(component);
    }

    /** Begins the test of a component's file. */
    public static LiveTest of(Path file) {
        return with().of(file);
    }

    /** Begins a test that differs in something from others. */
    public static Setup with() {
        return Setup.standard();
    }

    // ---- users

    /**
     * Somebody who has signed in opens the page. A name that is there already is the same person with another page.
     *
     * @throws RefusedError where he may not see the component
     */
    public User user(String name, String... roles) {
        return open(name, new Seat(new Principal(name, Set.of(roles)), "session-" + name));
    }

    /** Somebody who has not signed in opens the page, with a session of his own. */
    public User visitor() {
        String name = "visitor " + ++visitors;
        return open(name, new Seat(Principal.ANONYMOUS, "session " + visitors));
    }

    /** Everybody who has opened the page, in order. */
    public List<User> users() {
        return List.copyOf(users);
    }

    private User open(String name, Seat seat) {
        ObjectValue snapshot = snapshot(look(name, seat));
        VirtualNetwork network = new VirtualNetwork(time, chance.fork());
        ConnectionInfo info =
                new ConnectionInfo(Dialect.V1, seat.principal(), null, false, seat.session(), "127.0.0.1");
        Function<Socket.Listener, Socket> connector = listener -> {
            Connection connection = network.connect(listener);
            connection.open(server, info);
            return connection;
        };
        User user = new User(new Browser(
                name,
                components.present().name(),
                setup.key(),
                snapshot,
                components::shownBy,
                time,
                network.chance(),
                network,
                connector));
        network.onOnline(user.browser().client()::wake);
        users.add(user);
        firstSeat = firstSeat == null ? seat : firstSeat;
        time.settle();
        return user;
    }

    /** The instance as the first HTML shows it. */
    private View look(String name, Seat seat) {
        CompletableFuture<View> look = server.runtime()
                .peek(components.present().name(), setup.key(), seat.principal(), seat.session())
                .toCompletableFuture();
        time.settle();
        if (!look.isDone()) {
            throw new AssertionError("The instance does not start.");
        }
        try {
            return look.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RefusedException refused) {
                Rejection why = refused.rejection();
                LiveError reason = new LiveError(why.code(), why.message(), null);
                throw new RefusedError(name + " was refused: " + reason, reason);
            }
            throw failure;
        }
    }

    private ObjectValue snapshot(View view) {
        ServerMessage message = new ServerMessage.Snapshot(
                0, view.epoch(), view.version(), view.state(), view.local(), components.moduleUrl(view.component()));
        return (ObjectValue)
                Json.parse(new JsonFrameEncoder().frame(Dialect.V1, message).text());
    }

    @Override
    Browser browser() {
        User present = visitor == null ? visitor() : visitor;
        visitor = present;
        return present.browser();
    }

    @Override
    Node node() {
        return browser().page();
    }

    // ---- state

    /**
     * A name's committed value on the server, also a secret one's; null for one that is not there. Numbers are
     * {@code Integer} where they are whole and fit, objects are maps, arrays lists.
     */
    public @Nullable Object state(String name) {
        Seat seat = firstSeat;
        if (seat == null) {
            browser();
            return state(name);
        }
        View view = look("the test", seat);
        Value value = view.access().shared(name);
        return Plain.of(value);
    }

    /**
     * The store of the component's instance, as the application's beans use it. It is that of the server as it is: what
     * lasts, {@code on}, {@code compute} and {@code subscribe}, ends with a {@link #restart}.
     */
    public Store store() {
        String component = components.present().name();
        return new SettledStore(() -> server.store(component, setup.key()), time);
    }

    // ---- time and trouble

    /** Lets time pass: timers, heartbeats, what is under way, resume windows, idle times. */
    public void advance(Duration duration) {
        time.advance(duration);
    }

    /** How much time has passed since the beginning. */
    public Duration elapsed() {
        return Duration.ofNanos(time.nanos());
    }

    /** Restarts the server, which then knows nothing of its instances and clients any more. */
    public void restart() {
        server.stop();
        store = new MemoryStateStore();
        server = start();
        time.settle();
    }

    /** Restarts the server on a store that has kept the state of its instances. */
    public void restartKeepingState() {
        server.stop();
        server = start();
        time.settle();
    }

    /** The server ends from one moment to the next and starts anew, on a store that has kept its state. */
    public void crash() {
        server.crash();
        server = start();
        time.settle();
    }

    /** Puts another version of the component in its place, as saving the file does while developing. */
    public void redeploy(String text) {
        components.replace(text);
        time.settle();
    }

    /**
     * Asserts that every user's page has what the server has, its own names included. Lets time pass until all have
     * connected and everything is answered.
     */
    public void assertConverged() {
        new Convergence(users, time, this).check();
    }

    @Override
    public void close() {
        users.forEach(User::leave);
        server.stop();
        scripts.close();
        store.close();
    }

    /** What a failure is found again by: component, seed, and how much time has passed. */
    @Override
    public String toString() {
        return components.present().name() + ", seed " + setup.seed() + ", after " + elapsed();
    }
}
