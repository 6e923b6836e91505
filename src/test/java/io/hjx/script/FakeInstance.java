package io.hjx.script;

import io.hjx.lang.ast.Declaration.RawBlock;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptHost;
import io.hjx.runtime.spi.ScriptInstance;
import io.hjx.runtime.spi.ScriptState;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** An instance as a script knows it: state in a map, one turn at a time, timers that the test fires. */
final class FakeInstance implements ScriptHost {

    final Map<String, Value> state = new LinkedHashMap<>();
    final List<String> broadcasts = new ArrayList<>();
    final List<String> logged = new CopyOnWriteArrayList<>();
    final List<ScriptException> failures = new CopyOnWriteArrayList<>();
    private final TreeMap<Long, List<Runnable>> timers = new TreeMap<>();
    private long now;

    /** The most broadcasts of one turn. */
    int maxBroadcasts = Integer.MAX_VALUE;

    /** A script whose first line is line 3 of {@code test.hjx}. */
    ScriptInstance create(GraalScriptEngine engine, String script) {
        String head = "component Test\nscript:\n";
        SourceFile source = new SourceFile("test.hjx", head + script);
        Span span = new Span(head.length(), head.length() + script.length());
        return engine.create(source, new RawBlock(span, script), this);
    }

    /** Runs a turn to its end: keeps its changes, or drops them and throws what failed. */
    void turn(Function<ScriptState, CompletionStage<Void>> turn) {
        Turn open = new Turn();
        try {
            turn.apply(open)
                    .toCompletableFuture()
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ScriptException failure) {
                throw failure;
            }
            throw e;
        }
        state.putAll(open.changes);
        broadcasts.addAll(open.broadcasts);
    }

    /** A transaction that nobody commits. */
    ScriptState openState() {
        return new Turn();
    }

    /** Lets time pass; timers that fall due run as turns. */
    void advance(long millis) {
        long end = now + millis;
        while (!timers.isEmpty() && timers.firstKey() <= end) {
            now = timers.firstKey();
            timers.remove(now).forEach(Runnable::run);
        }
        now = end;
    }

    int pendingTimers() {
        return timers.values().stream().mapToInt(List::size).sum();
    }

    @Override
    public boolean requestTurn(Function<ScriptState, CompletionStage<Void>> turn) {
        try {
            turn(turn);
        } catch (ScriptException e) {
            failed(e);
        }
        return true;
    }

    @Override
    public Ticker.Cancellable schedule(Duration delay, Runnable task) {
        long due = now + delay.toMillis();
        timers.computeIfAbsent(due, key -> new ArrayList<>()).add(task);
        return () -> timers.computeIfPresent(due, (key, tasks) -> tasks.remove(task) && tasks.isEmpty() ? null : tasks);
    }

    @Override
    public void log(System.Logger.Level level, String text) {
        logged.add(level + " " + text);
    }

    @Override
    public void failed(ScriptException failure) {
        failures.add(failure);
    }

    private final class Turn implements ScriptState {

        private final Map<String, Value> changes = new LinkedHashMap<>();
        private final List<String> broadcasts = new ArrayList<>();

        @Override
        public Value get(String key) {
            return getAll().getOrDefault(key, Undefined.UNDEFINED);
        }

        @Override
        public Map<String, Value> getAll() {
            Map<String, Value> all = new LinkedHashMap<>(state);
            all.putAll(changes);
            return all;
        }

        @Override
        public void set(String key, Value value) {
            if (!state.containsKey(key)) {
                throw new IllegalArgumentException("`" + key + "` is not declared");
            }
            changes.put(key, value);
        }

        @Override
        public void setComputed(String key, Value value) {
            changes.put(key, value);
        }

        @Override
        public void broadcast(String event, Value data) {
            if (broadcasts.size() >= maxBroadcasts) {
                throw new IllegalArgumentException("too many events");
            }
            broadcasts.add(event + " " + Json.print(data));
        }

        @Override
        public void rollBack() {
            changes.clear();
            broadcasts.clear();
        }
    }
}
