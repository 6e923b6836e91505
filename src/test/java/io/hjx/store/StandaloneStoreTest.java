package io.hjx.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Stores without a component, as an application makes them: without a container, on the test's thread. */
class StandaloneStoreTest {

    /** A class of an application's. */
    public record Point(int x, int y) {}

    private final Store store = Store.of(Map.of("count", 0));

    @Test
    void set_alone_isDoneOnReturn() {
        CompletableFuture<Long> done = store.set("count", 1).toCompletableFuture();

        assertThat(done).isCompletedWithValue(1L);
        assertThat(store.get("count")).isEqualTo(1);
        assertThat(store.get()).isEqualTo(Map.of("count", 1));
    }

    @Test
    void of_values_areConverted() {
        Map<String, Object> values = new HashMap<>();
        values.put("point", new Point(1, 2));
        values.put("none", null);
        Store given = Store.of(values);

        assertThat(given.get("point")).isEqualTo(Map.of("x", 1, "y", 2));
        assertThat(given.get("none")).isNull();
        assertThatThrownBy(() -> Store.of(Map.of("loop", endless()))).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Object> endless() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        return list;
    }

    @Test
    void set_unknown_namesWhatThereIs() {
        assertThatThrownBy(() -> store.set("cuont", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean `count`?");
    }

    @Test
    void stores_two_knowNothingOfEachOther() {
        Store other = Store.of(Map.of("count", 5));
        store.set("count", 1);

        assertThat(other.get("count")).isEqualTo(5);
    }

    @Test
    void compute_chainAndRing() {
        store.compute("double", values -> 2 * values.get("count", int.class));
        store.set("count", 4);

        assertThat(store.get("double")).isEqualTo(8);
        assertThat(store.compute("count", values -> values.get("double")).toCompletableFuture())
                .isCompletedExceptionally();
        store.set("count", 5);
        assertThat(store.get("double")).isEqualTo(10);
    }

    @Test
    void broadcast_goesToItsOwnHandlers_inOrder() {
        List<Object> heard = new ArrayList<>();
        store.on("added", (event, draft) -> {
            heard.add(event.data());
            draft.set("count", draft.get("count", int.class) + 1);
        });
        store.broadcast("added", "a");
        store.update(draft -> {
            draft.broadcast("added", "b");
            draft.broadcast("added", "c");
            draft.broadcast("ignored", "d");
        });

        assertThat(heard).containsExactly("a", "b", "c");
        assertThat(store.get("count")).isEqualTo(3);
    }

    @Test
    void listener_changesTheStoreAndWaits_isDone() {
        List<Store.Change> heard = new ArrayList<>();
        AtomicReference<Long> version = new AtomicReference<>();
        store.subscribe(change -> {
            heard.add(change);
            if (heard.size() == 1) {
                version.set(store.set("count", 10).toCompletableFuture().join());
            }
        });
        store.set("count", 1);

        assertThat(version.get()).isEqualTo(2);
        assertThat(heard).extracting(change -> change.changed().get("count")).containsExactly(1, 10);
    }

    @Test
    void stage_thatGoesOnWithTheStore_doesNotBlock() {
        CompletableFuture<Long> second = store.set("count", 1)
                .thenApply(
                        version -> store.set("count", 2).toCompletableFuture().join())
                .toCompletableFuture();

        assertThat(second).isCompletedWithValue(2L);
    }

    @Test
    void update_ofAnotherStoreInside_isDoneAtOnce() {
        Store other = Store.of(Map.of("seen", 0));
        store.update(draft -> {
            other.set("seen", draft.get("count")).toCompletableFuture().join();
            draft.set("count", 7);
        });

        assertThat(store.get("count")).isEqualTo(7);
        assertThat(other.get("seen")).isEqualTo(0);
    }

    @Test
    void subscribe_severalComponentsShareIt_eachHearsOnce() {
        List<Object> first = new ArrayList<>();
        List<Object> second = new ArrayList<>();
        Store.Registration registration =
                store.subscribe(change -> first.add(change.changed().get("count")));
        store.subscribe(change -> second.add(change.changed().get("count")));
        store.set("count", 1);
        registration.close();
        registration.close();
        store.set("count", 2);

        assertThat(first).containsExactly(1);
        assertThat(second).containsExactly(1, 2);
    }
}
