package io.hjx.script;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptHost;
import io.hjx.runtime.spi.ScriptInstance;
import io.hjx.runtime.spi.ScriptState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One instance's script: its context, and the turns that run in it, one at a time, on script threads. Thread-safe as
 * {@link ScriptInstance} says; the context is confined to the turn under way.
 */
final class GraalScriptInstance implements ScriptInstance {

    /** When a timer tries again whose turn the instance has no room for. */
    private static final long BUSY_MILLIS = 100;

    private final ScriptHost host;
    private final ScriptLimits limits;
    private final ScriptThreads threads;
    private final Watchdog watchdog;
    private final Consumer<GraalScriptInstance> onStop;
    private final ScriptErrors errors;
    private final ScriptStore store = new ScriptStore();
    private final ScriptTimers timers;
    private final ScriptRealm realm;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Held by whoever is inside the context. */
    private final ReentrantLock lane = new ReentrantLock();

    private volatile @Nullable CompletableFuture<Void> underWay;

    GraalScriptInstance(
            ScriptModule module,
            ScriptHost host,
            ScriptLimits limits,
            ScriptThreads threads,
            Watchdog watchdog,
            SharedEngine engine,
            Consumer<GraalScriptInstance> onStop) {
        this.host = host;
        this.limits = limits;
        this.threads = threads;
        this.watchdog = watchdog;
        this.onStop = onStop;
        this.errors = new ScriptErrors(module.source(), module.line());
        this.timers = new ScriptTimers(host, limits.timers(), this::due);
        LogThrottle throttle = new LogThrottle(limits.logLinesPerSecond());
        HostFunctions functions = new HostFunctions(host, store, timers, errors, throttle);
        this.realm = new ScriptRealm(module, engine, limits, functions);
    }

    @Override
    public CompletionStage<Void> init(ScriptState state) {
        return turn(state, limits.initTime(), realm::init);
    }

    @Override
    public boolean listensTo(String event) {
        return store.listensTo(event);
    }

    @Override
    public CompletionStage<Void> deliver(String event, List<Value> arguments, Value client, ScriptState state) {
        String values = Json.print(ListValue.of(arguments));
        String caller = Json.print(client);
        return turn(state, limits.turnTime(), () -> realm.call("deliver", event, values, caller));
    }

    @Override
    public Set<String> computedNames() {
        return store.computedNames();
    }

    @Override
    public boolean computesFrom(Set<String> changed) {
        return store.computesFrom(changed);
    }

    @Override
    public CompletionStage<Void> recompute(Set<String> changed, ScriptState state) {
        Set<String> others = store.changedByOthers(changed, state);
        if (!store.computesFrom(others)) {
            return CompletableFuture.completedFuture(null);
        }
        String names =
                Json.print(ListValue.of(others.stream().map(StringValue::new).toList()));
        return turn(state, limits.turnTime(), () -> realm.call("recompute", names));
    }

    @Override
    public void stop() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        timers.stop();
        onStop.accept(this);
        CompletableFuture<Void> turn = underWay;
        if (turn != null) {
            turn.completeExceptionally(errors.stopped());
        }
        threads.execute(this::stopRealm);
    }

    /** What {@code init} returned may clean up, without a transaction: {@code store} refuses it. */
    private void stopRealm() {
        if (!enterLane()) {
            return;
        }
        try {
            if (realm.isOpen()) {
                callStop();
            }
        } finally {
            lane.unlock();
        }
    }

    private void callStop() {
        Thread thread = Thread.currentThread();
        Watchdog.Watch watch = realm.watch(watchdog, limits.turnTime(), () -> threads.abandon(thread));
        try {
            realm.call("stop");
        } catch (RuntimeException e) {
            host.failed(errors.translate(e));
        } finally {
            watch.end();
            realm.close();
        }
    }

    /** Waits for the turn under way, which the watchdog ends; false where it cannot be ended. */
    private boolean enterLane() {
        try {
            return lane.tryLock(limits.initTime().toMillis() + Watchdog.GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void due(long timer) {
        boolean accepted = host.requestTurn(state -> turn(state, limits.turnTime(), () -> realm.call("fire", timer)));
        if (!accepted) {
            timers.schedule(timer, BUSY_MILLIS);
        }
    }

    private CompletionStage<Void> turn(ScriptState state, Duration limit, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (stopped.get() || !threads.execute(() -> run(state, limit, work, done))) {
            done.completeExceptionally(stopped.get() ? errors.stopped() : errors.refused());
        }
        underWay = done;
        return done;
    }

    private void run(ScriptState state, Duration limit, Runnable work, CompletableFuture<Void> done) {
        ScriptException failure = null;
        Thread thread = Thread.currentThread();
        lane.lock();
        if (stopped.get()) {
            // The context is closed, or will be: a new one would never be
            lane.unlock();
            done.completeExceptionally(errors.stopped());
            return;
        }
        store.open(state);
        try {
            Watchdog.Watch watch = realm.watch(watchdog, limit, () -> {
                threads.abandon(thread);
                stopped.set(true);
                timers.stop();
                done.completeExceptionally(errors.stuck());
            });
            failure = attempt(work);
            if (watch.end()) {
                failure = errors.tooLong(limit.toMillis());
            }
        } catch (RuntimeException | Error e) {
            failure = errors.translate(e);
        } finally {
            store.close();
            lane.unlock();
        }
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private @Nullable ScriptException attempt(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return errors.translate(e);
        }
    }
}
