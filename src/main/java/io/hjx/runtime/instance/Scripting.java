package io.hjx.runtime.instance;

import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptHost;
import io.hjx.runtime.spi.ScriptInstance;
import io.hjx.runtime.spi.ScriptState;
import io.hjx.runtime.spi.Ticker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The script of one component in an instance with everything that ends with it: its waiting turns and its timers.
 * Thread-safe.
 *
 * <p>At most {@value FailureLimit#PER_SECOND} of its failures are logged a second. At most {@value #MAX_TURNS} turns
 * wait; a script that asks for more is refused, and its timers come again later.
 */
final class Scripting implements Contributor, ScriptHost {

    private static final Logger LOG = System.getLogger("io.hjx.script");
    private static final int MAX_TURNS = 1_000;

    private final Instance instance;
    private final String path;
    private final Behavior.Script source;
    private final AtomicInteger waitingTurns = new AtomicInteger();
    private final FailureLimit failures;
    private final Set<Timer> timers = ConcurrentHashMap.newKeySet();

    /** Set once by the mailbox, before any turn; read by whoever stops. */
    private volatile @Nullable ScriptInstance script;

    private final AtomicBoolean stopping = new AtomicBoolean();

    /** Set once by who stops; timers that are added meanwhile see it or are seen by {@link #stop}. */
    private volatile boolean stopped;

    /** @param path leads to the component in the instance; empty for the root */
    Scripting(Instance instance, String path, Behavior.Script source) {
        this.instance = instance;
        this.path = path;
        this.source = source;
        this.failures = new FailureLimit(
                instance.environment().surroundings()::currentMillis,
                () -> LOG.log(Level.WARNING, "{0}: the script fails more often; the rest is left out", label()));
    }

    /** Makes the script ready; its {@code init} is the caller's to run. */
    ScriptInstance start(ScriptEngine engine) {
        ScriptInstance made = engine.create(source.source(), source.text(), this);
        script = made;
        if (stopped) {
            made.stop();
        }
        return made;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String noun() {
        return "the script";
    }

    @Override
    public @Nullable ScriptInstance extension() {
        return script();
    }

    @Override
    public ScriptState view(Transaction transaction) {
        return new ScriptView(
                transaction, instance.behavior().own(path, transaction), path, computedNames(), applications());
    }

    /** What the application keeps in the root, a script there cannot set. */
    private Set<String> applications() {
        return path.isEmpty() ? instance.application().computedNames() : Set.of();
    }

    /** False where the transaction has removed the component; its script stops when that is committed. */
    @Override
    public boolean isPresent(Transaction transaction) {
        return instance.behavior().own(path, transaction).present();
    }

    @Override
    public Set<String> computedNames() {
        ScriptInstance present = script();
        return present == null ? Set.of() : present.computedNames();
    }

    @Nullable ScriptInstance script() {
        return stopped ? null : script;
    }

    /** Ends the script, also in the middle of a turn, which then fails. Harmless when already stopped. */
    void stop() {
        if (!stopping.compareAndSet(false, true)) {
            return;
        }
        stopped = true;
        timers.forEach(Timer::cancel);
        ScriptInstance running = script;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean requestTurn(Function<ScriptState, CompletionStage<Void>> turn) {
        if (stopped) {
            return false;
        }
        if (waitingTurns.incrementAndGet() > MAX_TURNS) {
            waitingTurns.decrementAndGet();
            return false;
        }
        instance.mailbox().post(() -> {
            waitingTurns.decrementAndGet();
            if (!stopped) {
                instance.turns().script(this, turn, this::failed, () -> {});
            }
        });
        return true;
    }

    @Override
    public Ticker.Cancellable schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(task);
        timers.add(timer);
        timer.arm(instance.environment().ticker().schedule(delay, timer));
        if (stopped) {
            timer.cancel();
        }
        return timer;
    }

    @Override
    public void log(Level level, String text) {
        LOG.log(level, "{0}: {1}", label(), text);
    }

    @Override
    public void failed(ScriptException failure) {
        failed((Throwable) failure);
    }

    void failed(Throwable failure) {
        if (!failures.permits()) {
            return;
        }
        if (failure instanceof ScriptException || !Rejections.isFault(failure)) {
            LOG.log(
                    Level.WARNING,
                    "{0}: the script failed: {1}",
                    label(),
                    FailureLimit.cut(String.valueOf(failure.getMessage())));
        } else {
            LOG.log(Level.WARNING, label() + ": the script failed", failure);
        }
    }

    /** The instance, and the child in it, without loop keys: those are data. */
    private String label() {
        return path.isEmpty() ? instance.label() : instance.label() + '/' + source.component();
    }

    /** A timer that leaves the set when it has run or was given up. */
    private final class Timer implements Runnable, Ticker.Cancellable {

        private final Runnable task;
        private volatile boolean over;
        private volatile Ticker.@Nullable Cancellable armed;

        Timer(Runnable task) {
            this.task = task;
        }

        void arm(Ticker.Cancellable newArmed) {
            armed = newArmed;
            if (over) {
                newArmed.cancel();
            }
        }

        @Override
        public void run() {
            timers.remove(this);
            if (!over && !stopped) {
                over = true;
                task.run();
            }
        }

        @Override
        public void cancel() {
            over = true;
            timers.remove(this);
            Ticker.Cancellable running = armed;
            if (running != null) {
                running.cancel();
            }
        }
    }
}
