package io.hjx.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.Store;
import io.hjx.api.StoreException;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stores with real threads: nothing is lost, and whoever is slow harms nobody else. */
class StoreThreadsTest {

    private static final int CALLERS = 8;
    private static final int UPDATES = 500;
    private static final long PATIENCE_SECONDS = 60;
    private static final Duration FUNCTION_TIME = Duration.ofSeconds(5);

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final ExecutorService mailboxes = Executors.newFixedThreadPool(4);
    private final ExecutorService functions = Executors.newFixedThreadPool(4);
    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter());
    private final LiveStores stores = new LiveStores(
            live.runtime(mailboxes),
            ObjectBinding.NONE,
            Functions.on(functions, live.ticker, FUNCTION_TIME),
            Transactions.NONE,
            functions,
            mailboxes);

    @AfterEach
    void end() {
        callers.shutdownNow();
        mailboxes.shutdownNow();
        functions.shutdownNow();
    }

    private void fromEveryCaller(Callable<Void> work) throws Exception {
        List<Callable<Void>> all = Collections.nCopies(CALLERS, work);
        for (Future<Void> each : callers.invokeAll(all, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            each.get();
        }
    }

    private static void countAll(Store store) throws Exception {
        List<CompletableFuture<Long>> all = new ArrayList<>();
        for (int i = 0; i < UPDATES; i++) {
            all.add(store.update("count", Integer.class, count -> count + 1).toCompletableFuture());
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void update_manyThreads_noneIsLost() throws Exception {
        Store store = stores.store("Counter", "");
        fromEveryCaller(() -> {
            countAll(store);
            return null;
        });

        assertThat(store.get("count")).isEqualTo(CALLERS * UPDATES);
    }

    @Test
    void update_manyThreadsOnAStoreAlone_noneIsLost() throws Exception {
        Store store = Store.of(Map.of("count", 0));
        store.compute("double", values -> 2 * values.get("count", int.class));
        List<Object> heard = Collections.synchronizedList(new ArrayList<>());
        store.subscribe(change -> heard.add(change.changed().get("count")));
        fromEveryCaller(() -> {
            countAll(store);
            return null;
        });

        assertThat(store.get("count")).isEqualTo(CALLERS * UPDATES);
        assertThat(store.get("double")).isEqualTo(2 * CALLERS * UPDATES);
        assertThat(heard).last().isEqualTo(CALLERS * UPDATES);
        assertThat(heard).isSortedAccordingTo((a, b) -> Integer.compare((int) a, (int) b));
    }

    @Test
    void set_thenGet_seesIt() throws Exception {
        Store store = stores.store("Counter", "own");
        for (int i = 1; i <= UPDATES; i++) {
            store.set("count", i).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(store.get("count")).isEqualTo(i);
        }
    }

    @Test
    void function_stuck_failsInItsTimeAndTheInstanceGoesOn() throws Exception {
        Store store = stores.store("Counter", "");
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Throwable> late = new CompletableFuture<>();
        CompletableFuture<Long> stuck = store.update(draft -> {
                    draft.set("count", 9);
                    entered.countDown();
                    try {
                        released.await();
                        draft.set("count", 10);
                    } catch (InterruptedException | IllegalStateException closed) {
                        late.complete(closed);
                    }
                })
                .toCompletableFuture();
        assertThat(entered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Long> next = store.set("count", 1).toCompletableFuture();
        assertThat(next).isNotDone();
        stores.store("Counter", "other").set("count", 1).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        live.ticker.advance(FUNCTION_TIME, () -> {});
        assertThatThrownBy(() -> stuck.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        StoreException.class,
                        failure -> assertThat(failure.code()).isEqualTo("too-slow"));
        next.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        released.countDown();

        assertThat(late.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
        assertThat(store.get("count")).isEqualTo(1);
    }

    @Test
    void listener_slow_hearsOfTheLatestOnce() throws Exception {
        Store store = stores.store("Counter", "");
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        List<Object> heard = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> second = new CompletableFuture<>();
        store.subscribe(change -> {
            heard.add(change.changed().get("count"));
            entered.countDown();
            released.await();
            if (heard.size() == 2) {
                second.complete(null);
            }
        });
        for (int i = 1; i <= 100; i++) {
            store.set("count", i).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(entered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        released.countDown();
        second.get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(heard).containsExactly(1, 100);
    }

    @Test
    void stop_runtime_failsWhatComesLater() throws Exception {
        Store store = stores.store("Counter", "");
        store.set("count", 1).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        live.runtime().stop().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThatThrownBy(() -> store.set("count", 2).toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.get("count")).isInstanceOf(StoreException.class);
    }
}
