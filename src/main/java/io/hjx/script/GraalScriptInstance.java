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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One instance's script: its context, and the turns that run in it, one at a time, on script threads. Thread-safe as
 * {@link ScriptInstance} says; the context is confined to the turn under way.
 */
final class GraalScriptInstance implements ScriptInstance {

    /** When a timer tries again whose turn the instance has no room for. */
    private static final long BUSY_MILLIS = 100;

    /** The most failures of one turn that are told. */
    private static final int MAX_REPORTED = 10;

    private final ScriptHost host;
    private final ScriptLimits limits;
    private final ScriptThreads threads;
    private final Watchdog watchdog;
    private final Consumer<GraalScriptInstance> onStop;
    private final ScriptErrors errors;
    private final TurnLog log = new TurnLog();
    private final ScriptStore store = new ScriptStore(log);
    private final PromiseJobs jobs = new PromiseJobs(log);
    private final ScriptTimers timers;
    private final ScriptRealm realm;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Held by whoever is inside the context. */
    private final ReentrantLock lane = new ReentrantLock();

    private volatile @Nullable CompletableFuture<Void> underWay;

    /** Set by the watchdog: no more of the script is run, should its thread ever come back. */
    private volatile boolean givenUp;

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
        LogThrottle throttle = new LogThrottle(
                limits.logLinesPerSecond(), () -> host.failed(errors.tooTalkative(limits.logLinesPerSecond())));
        HostFunctions functions = new HostFunctions(host, store, timers, errors, throttle, log);
        this.realm = new ScriptRealm(module, engine, limits, functions, jobs);
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
    public void dropped() {
        store.dropped();
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

    /**
     * What {@code init} returned may clean up, without a transaction: {@code store} refuses it. Where a turn is under
     * way its thread comes here at its end, so that no other thread waits for it.
     */
    private void stopRealm() {
        if (!lane.tryLock()) {
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
        try {
            if (!givenUp) {
                watchStop();
            }
        } catch (RuntimeException e) {
            host.failed(errors.translate(e));
        } finally {
            realm.close();
        }
    }

    private void watchStop() {
        Thread thread = Thread.currentThread();
        Watchdog.Watch watch = realm.watch(watchdog, limits.turnTime(), () -> threads.abandon(thread));
        try {
            realm.call("stop");
        } finally {
            watch.end();
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
        ScriptException failure;
        lane.lock();
        try {
            // Once stopped the context is closed, or will be: a new one would never be
            failure = stopped.get() ? errors.stopped() : inLane(state, limit, work, done);
        } finally {
            lane.unlock();
        }
        if (stopped.get()) {
            stopRealm();
        }
        if (failure == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private @Nullable ScriptException inLane(
            ScriptState state, Duration limit, Runnable work, CompletableFuture<Void> done) {
        Thread thread = Thread.currentThread();
        store.open(state);
        jobs.enter();
        try {
            Watchdog.Watch watch = realm.watch(watchdog, limit, () -> {
                threads.abandon(thread);
                givenUp = true;
                stopped.set(true);
                timers.stop();
                done.completeExceptionally(errors.stuck());
            });
            Throwable thrown = attempt(work);
            return settle(failure(thrown, watch.end(), limit), state);
        } catch (RuntimeException | Error e) {
            return errors.translate(e);
        } finally {
            jobs.leave();
            store.close();
        }
    }

    /** Tells a failure of the turn itself, which keeps nothing, from those of continuations, which drop their own. */
    private @Nullable ScriptException settle(@Nullable ScriptException thrown, ScriptState state) {
        Set<Object> reasons = jobs.uncaught();
        if (thrown == null && reasons.isEmpty()) {
            return null;
        }
        store.dropped();
        Predicate<Object> failed = jobs.failed();
        List<ScriptException> failures = new ArrayList<>(realm.within(
                () -> reasons.stream().limit(MAX_REPORTED).map(errors::uncaught).toList()));
        if (thrown != null) {
            failures.add(0, thrown);
        }
        if ((thrown != null && !log.hasReturned()) || log.failedFirst(failed)) {
            failures.stream().skip(1).forEach(host::failed);
            return failures.get(0);
        }
        log.drop(failed, thrown != null, state);
        failures.forEach(host::failed);
        return null;
    }

    private @Nullable ScriptException failure(@Nullable Throwable thrown, boolean tooLong, Duration limit) {
        if (tooLong) {
            return errors.tooLong(thrown, limit.toMillis());
        }
        return thrown == null ? null : errors.translate(thrown);
    }

    private static @Nullable Throwable attempt(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }
}
