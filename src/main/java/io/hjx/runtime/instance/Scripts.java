package io.hjx.runtime.instance;

import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.ScriptInstance;
import io.hjx.runtime.spi.ScriptState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of one instance: its component's and those of the children that are there, by path. Confined to the
 * mailbox, but for {@link #stop}.
 *
 * <p>A child's script starts when the child is first shown, stays while a condition hides it, and stops when its loop
 * key leaves the list. At most {@value #MAX_CHILDREN} children's run; the others do without.
 */
final class Scripts {

    private static final Logger LOG = System.getLogger("io.hjx.script");
    private static final int MAX_CHILDREN = 64;

    private final Instance instance;
    private final Behavior behavior;

    /** Those that have been started, ended and failed ones included; parents before children. */
    private final Map<String, Scripting> started = new ConcurrentSkipListMap<>();

    private boolean full;
    private volatile boolean stopped;

    Scripts(Instance instance, Behavior behavior) {
        this.instance = instance;
        this.behavior = behavior;
    }

    Collection<Scripting> all() {
        return started.values();
    }

    /** The running script of the component at a path. */
    @Nullable Scripting at(String path) {
        Scripting scripting = started.get(path);
        return scripting == null || scripting.script() == null ? null : scripting;
    }

    /** A transaction as the Java code of the component at a path sees it. */
    ScriptState view(String path, Transaction transaction) {
        if (path.isEmpty()) {
            return instance.application().view(transaction);
        }
        Scripting beside = at(path);
        Set<String> kept = beside == null ? Set.of() : beside.computedNames();
        return new ScriptView(transaction, instance.behavior().own(path, transaction), path, Set.of(), kept);
    }

    /** Follows a committed change: what has come starts, what has gone stops. */
    void follow(Set<String> changed) {
        if (behavior.scriptsMayMove(changed)) {
            instance.mailbox().post(() -> update(() -> {}));
        }
    }

    /** Stops what has gone, starts what has come, one by one, and goes on. */
    void update(Runnable then) {
        ScriptEngine engine = instance.environment().scripts();
        if (stopped || engine == null) {
            then.run();
            return;
        }
        Map<String, Behavior.Script> wanted;
        try {
            wanted = behavior.scripts(
                    started.keySet(),
                    instance.turns().transaction(),
                    instance.environment().budget());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.WARNING, "{0}: which scripts to run is not known: {1}", instance.label(), e.getMessage());
            then.run();
            return;
        }
        started.values().removeIf(running -> {
            boolean gone = !wanted.containsKey(running.path());
            if (gone) {
                running.stop();
            }
            return gone;
        });
        startNext(engine, added(wanted), then);
    }

    private Deque<Scripting> added(Map<String, Behavior.Script> wanted) {
        Deque<Scripting> added = new ArrayDeque<>();
        int children = started.size() - (started.containsKey("") ? 1 : 0);
        boolean over = false;
        for (Map.Entry<String, Behavior.Script> each : wanted.entrySet()) {
            if (started.containsKey(each.getKey())) {
                continue;
            }
            if (each.getKey().isEmpty() || children++ < MAX_CHILDREN) {
                added.add(new Scripting(instance, each.getKey(), each.getValue()));
            } else {
                over = true;
            }
        }
        if (over && !full) {
            LOG.log(
                    Level.WARNING,
                    "{0}: more than {1} children have a script; the scripts of the others do not run",
                    instance.label(),
                    MAX_CHILDREN);
        }
        full = over;
        return added;
    }

    private void startNext(ScriptEngine engine, Deque<Scripting> left, Runnable then) {
        Scripting fresh = left.poll();
        if (fresh == null || stopped) {
            then.run();
            return;
        }
        started.put(fresh.path(), fresh);
        ScriptInstance script = fresh.start(engine);
        if (stopped) {
            fresh.stop();
        }
        Runnable next = () -> startNext(engine, left, then);
        instance.turns()
                .script(
                        fresh,
                        script::init,
                        failure -> {
                            fresh.failed(failure);
                            fresh.stop();
                            next.run();
                        },
                        next);
    }

    /** Ends all, also in the middle of a turn, which then fails. On any thread. */
    void stop() {
        stopped = true;
        started.values().forEach(Scripting::stop);
    }
}
