package io.hjx.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.Store;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LiveFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a transaction asks of stores, with transactions that the test begins and ends. */
class TransactionsTest {

    private final LiveFixture live = LiveFixture.of(FakeBehavior.counter());
    private Recording transaction;
    private final LiveStores stores = new LiveStores(
            live.runtime(), ObjectBinding.NONE, Functions.here(), () -> transaction, live.executor, live.executor);
    private final Store store = stores.store("Counter", "");

    private void begin() {
        transaction = new Recording();
    }

    private void end(boolean committed) {
        Recording ended = transaction;
        transaction = null;
        ended.end(committed);
        live.run();
    }

    private Object count() {
        CompletableFuture<Object> count = new CompletableFuture<>();
        store.update(draft -> count.complete(draft.get("count")));
        live.run();
        return count.join();
    }

    @Test
    void commit_everythingRecorded_isOneChange() {
        List<Store.Change> heard = new ArrayList<>();
        store.subscribe(heard::add);
        live.run();
        begin();
        CompletableFuture<Long> first = store.set("count", 5).toCompletableFuture();
        CompletableFuture<Long> second =
                store.update("count", Integer.class, count -> count + 1).toCompletableFuture();
        live.run();
        assertThat(first).isNotDone();
        assertThat(heard).isEmpty();

        end(true);
        assertThat(first).isCompletedWithValue(1L);
        assertThat(second).isCompletedWithValue(1L);
        assertThat(heard)
                .singleElement()
                .satisfies(change -> assertThat(change.changed()).containsEntry("count", 6));
    }

    @Test
    void rollback_everythingRecorded_isForgotten() {
        begin();
        CompletableFuture<Long> change = store.set("count", 5).toCompletableFuture();
        store.broadcast("never", 1);
        end(false);

        assertThat(change).isCompletedExceptionally();
        assertThatThrownBy(change::get).isInstanceOf(CancellationException.class);
        assertThat(count()).isEqualTo(0);
    }

    @Test
    void get_withinTheTransaction_givesWhatIsCommitted() {
        store.set("count", 1);
        live.run();
        begin();
        store.set("count", 5);
        live.run();

        assertThat(store.get("count")).isEqualTo(1);
        end(true);
        assertThat(store.get("count")).isEqualTo(5);
    }

    @Test
    void set_wrongName_isThrownAtOnceAndTheRestIsKept() {
        count();
        begin();
        store.set("count", 5);
        assertThatThrownBy(() -> store.set("cuont", 6)).isInstanceOf(IllegalArgumentException.class);
        end(true);

        assertThat(count()).isEqualTo(5);
    }

    @Test
    void commit_functionThrows_nothingOfTheInstanceIsKept() {
        begin();
        CompletableFuture<Long> set = store.set("count", 5).toCompletableFuture();
        store.update(draft -> {
            throw new IllegalStateException("deliberate");
        });
        end(true);

        assertThat(set).isCompletedExceptionally();
        assertThat(count()).isEqualTo(0);
    }

    @Test
    void commit_severalInstances_eachOne() {
        Store other = stores.store("Counter", "other");
        begin();
        store.set("count", 1);
        other.set("count", 2);
        end(true);

        assertThat(store.get("count")).isEqualTo(1);
        assertThat(other.get("count")).isEqualTo(2);
    }

    @Test
    void commit_muchElseWaits_isNotRefused() {
        begin();
        CompletableFuture<Long> late = store.set("count", 5).toCompletableFuture();
        Recording ending = transaction;
        transaction = null;
        int bound = live.settings.state().mailbox();
        CompletableFuture<Long> last = null;
        for (int i = 0; i <= bound; i++) {
            last = store.set("count", 1).toCompletableFuture();
        }
        ending.end(true);
        live.run();

        assertThat(last).isCompletedExceptionally();
        assertThat(late).isCompleted();
        assertThat(count()).isEqualTo(5);
    }

    @Test
    void record_tooMuch_isRefused() {
        begin();
        for (int i = 0; i < 10_000; i++) {
            store.set("count", i);
        }
        assertThatThrownBy(() -> store.set("count", 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a transaction may ask for 10000 changes");
        end(true);
        assertThat(count()).isEqualTo(9_999);
    }

    @Test
    void transaction_ofAStoreAlone_isTheSame() {
        Recording[] present = {new Recording()};
        Store alone = new StandaloneStores(
                        ObjectBinding.NONE,
                        () -> present[0],
                        io.hjx.runtime.store.MemoryStateStore::new,
                        live.ticker,
                        () -> "id",
                        live.surroundings)
                .create(Map.of("count", 0));
        alone.set("count", 1);
        assertThat(alone.get("count")).isEqualTo(0);
        present[0].end(true);
        assertThat(alone.get("count")).isEqualTo(1);

        present[0] = new Recording();
        alone.set("count", 2);
        present[0].end(false);
        assertThat(alone.get("count")).isEqualTo(1);
    }
}
