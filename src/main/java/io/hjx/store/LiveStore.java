package io.hjx.store;

import io.hjx.api.Store;
import io.hjx.api.StoreException;
import io.hjx.api.Values;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.spi.ScriptState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An instance as the application's code uses it. Thread-safe; holds nothing but the way to it. */
final class LiveStore implements Store {

    private static final int START_SECONDS = 10;

    private final Door door;
    private final Tools tools;

    LiveStore(Door door, Tools tools) {
        this.door = door;
        this.tools = tools;
    }

    // ---- reading

    @Override
    public @Nullable Object get(String key) {
        return committed().get(key);
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        return committed().get(key, type);
    }

    @Override
    public Map<String, @Nullable Object> get() {
        return committed().get();
    }

    private StateValues committed() {
        Instances.Lease lease = door.open();
        try {
            if (lease.instance().publication() == null) {
                lease.instance().started().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
            }
            return new StateValues(
                    lease.instance().rehearsal(), tools.conversion().writer());
        } catch (ExecutionException | TimeoutException failure) {
            throw new StoreException("unavailable", "the instance could not start: " + failure.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new StoreException("unavailable", "the thread was interrupted while the instance started");
        } finally {
            lease.close();
        }
    }

    // ---- changing

    @Override
    public CompletionStage<Long> set(String key, @Nullable Object value) {
        return assign(Map.of(key, tools.conversion().reader().read(value)));
    }

    @Override
    public CompletionStage<Long> set(Map<String, ?> values) {
        Map<String, Value> read = new LinkedHashMap<>();
        values.forEach((key, value) -> read.put(key, tools.conversion().reader().read(value)));
        return assign(read);
    }

    private CompletionStage<Long> assign(Map<String, Value> values) {
        return change(state -> {
            TurnDraft draft = new TurnDraft(state, tools.conversion());
            values.forEach(draft::set);
        });
    }

    @Override
    public CompletionStage<Long> broadcast(String event, @Nullable Object data) {
        Value value = tools.conversion().reader().read(data);
        return change(state -> state.broadcast(event, value));
    }

    /** A change that needs nothing of the application: what is wrong with it alone is found at once. */
    private CompletionStage<Long> change(Consumer<ScriptState> change) {
        Step step = state -> {
            change.accept(state);
            return Step.DONE;
        };
        return submit(step, change);
    }

    @Override
    public CompletionStage<Long> update(Consumer<? super Draft> change) {
        Step step =
                state -> tools.functions().run(state, open -> change.accept(new TurnDraft(open, tools.conversion())));
        return submit(step, state -> {});
    }

    private CompletionStage<Long> submit(Step step, Consumer<ScriptState> rehearse) {
        Instances.Lease lease;
        try {
            lease = door.open();
        } catch (StoreException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        Recording recording;
        try {
            if (lease.instance().publication() != null) {
                rehearse.accept(lease.instance().rehearsal());
            }
            recording = tools.transactions().present();
        } catch (RuntimeException wrong) {
            lease.close();
            throw wrong;
        }
        return recording == null ? tools.changes().make(lease, step) : recording.add(lease, tools.changes(), step);
    }

    // ---- what lasts

    @Override
    public CompletionStage<Long> compute(String key, Function<? super Values, ?> function) {
        Instances.Lease lease;
        try {
            lease = door.open();
        } catch (StoreException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        // Keeps the companion until the name does
        Consumer<Publication> hold = publication -> {};
        StoreCompanion companion = add(added -> added.followers().add(hold));
        AtomicReference<@Nullable Runnable> takeBack = new AtomicReference<>();
        Step step = state -> tools.functions()
                .run(state, open -> takeBack.set(companion.computations().define(key, function, open)));
        return tools.changes().make(lease, step).whenComplete((version, failure) -> {
            Runnable undo = takeBack.get();
            if (failure != null && undo != null) {
                undo.run();
            }
            remove(held -> held.followers().remove(hold));
        });
    }

    @Override
    public Registration on(String event, Handler handler) {
        add(companion -> companion.handlers().add(event, handler));
        return once(() -> remove(companion -> companion.handlers().remove(event, handler)));
    }

    @Override
    public Registration subscribe(Listener listener) {
        Instances.Lease lease = door.open();
        Listening listening =
                new Listening(listener, tools.listening(), tools.conversion().writer());
        add(companion -> companion.followers().add(listening));
        // In the mailbox: what is asked for from now on comes behind it
        lease.instance().changeSurely((Step) state -> {
            listening.begin(state.getAll());
            return Step.DONE;
        });
        return once(() -> {
            listening.close();
            remove(companion -> companion.followers().remove(listening));
            lease.close();
        });
    }

    /** What it broadcasts is for its own handlers: for a store that has no clients, and is never given back. */
    void listenToItself() {
        Instances.Lease lease = door.open();
        add(companion -> companion.followers().add(new Echo(lease.instance(), companion)));
    }

    private StoreCompanion add(Consumer<StoreCompanion> addition) {
        AtomicReference<@Nullable StoreCompanion> present = new AtomicReference<>();
        door.companions().replace(door.key(), known -> {
            StoreCompanion companion = known instanceof StoreCompanion own
                    ? own
                    : new StoreCompanion(tools.functions(), tools.conversion(), door.label());
            addition.accept(companion);
            present.set(companion);
            return companion;
        });
        return Objects.requireNonNull(present.get());
    }

    private void remove(Consumer<StoreCompanion> removal) {
        door.companions().replace(door.key(), known -> {
            if (!(known instanceof StoreCompanion companion)) {
                return known;
            }
            removal.accept(companion);
            return companion.isEmpty() ? null : companion;
        });
    }

    private static Registration once(Runnable end) {
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                end.run();
            }
        };
    }
}
