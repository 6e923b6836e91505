package io.hjx.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.Store;
import io.hjx.api.StoreException;
import io.hjx.test.LiveEvent;
import io.hjx.test.LiveTest;
import io.hjx.test.RefusedError;
import io.hjx.test.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The store of a component, as a bean uses it, with users before their pages. */
class ComponentStoreTest {

    private static final String BOARD = """
            component Board
            state:
              count = 0
              items = []
              note = "none"
            secret:
              margin = 7
            computed:
              next = count + 1
            local:
              filter = ""
            layout:
              view:
                text (role="status"): "{{count}} then {{next}}, {{note}}, {{items.length}}"
                button (on click -> add): "Add"
                button (on click -> order(count, "now")): "Order"
                input (aria-label="Filter", bind value <-> filter)
            handlers:
              add:
                set count = count + 1
            script:
              export function init(store) {
                store.compute("margined", () => store.get("count") + store.get("margin"));
              }
            """;

    private final LiveTest test = LiveTest.of(BOARD);
    private final User anna = test.user("anna");
    private final User ben = test.user("ben");
    private final Store store = test.store();

    @AfterEach
    void end() {
        test.close();
    }

    private static <T> T done(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        assertThat(future).isDone();
        return future.join();
    }

    private static AbstractThrowableAssert<?, ?> failure(CompletionStage<?> stage) {
        CompletableFuture<?> future = stage.toCompletableFuture();
        assertThat(future).isCompletedExceptionally();
        return assertThatThrownBy(future::get).cause();
    }

    @Test
    void get_allNames_withSecretComputedAndTheScripts() {
        assertThat(store.get("count")).isEqualTo(0);
        assertThat(store.get("note", String.class)).isEqualTo("none");
        assertThat(store.get())
                .isEqualTo(
                        Map.of("count", 0, "items", List.of(), "note", "none", "margin", 7, "next", 1, "margined", 7));
    }

    @Test
    void set_one_reachesEverybodyAndTheComputed() {
        long before = done(store.set("note", "none"));

        assertThat(done(store.set("count", 5))).isEqualTo(before + 1);
        assertThat(store.get("next")).isEqualTo(6);
        assertThat(store.get("margined")).isEqualTo(12);
        anna.see("5 then 6");
        ben.see("5 then 6");
    }

    @Test
    void set_several_isOneVersion() {
        long before = done(store.set(Map.of()));

        assertThat(done(store.set(Map.of("count", 2, "note", "two", "items", List.of("a")))))
                .isEqualTo(before + 1);
        anna.see("2 then 3, two, 1");
    }

    @Test
    void set_severalWithAWrongOne_changesNothing() {
        assertThatThrownBy(() -> store.set(Map.of("count", 2, "cuont", 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.get("count")).isEqualTo(0);
    }

    @Test
    void set_unknown_saysWhatThereIs() {
        assertThatThrownBy(() -> store.set("cuont", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "there is no `cuont`, did you mean `count`?; the names are `count`, `items`, `note`");
        assertThatThrownBy(() -> store.get("cuont")).hasMessageContaining("did you mean `count`?");
        assertThatThrownBy(() -> store.get("filter")).hasMessageContaining("there is no `filter`");
    }

    @Test
    void set_whatIsComputed_isRefused() {
        assertThatThrownBy(() -> store.set("next", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declared neither");
        assertThatThrownBy(() -> store.set("margined", 1)).hasMessageContaining("is kept by `compute`");
    }

    @Test
    void set_tooLarge_failsAndChangesNothing() {
        failure(store.set("note", "x".repeat(2_000_000)))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.code()).isEqualTo("state-too-large"));
        assertThat(store.get("note")).isEqualTo("none");
    }

    @Test
    void update_function_seesWhatIsThere() {
        anna.click("Add");
        done(store.update("count", Integer.class, count -> count + 10));
        done(store.update(draft -> {
            draft.set("note", "was " + draft.get("count"));
            draft.set("count", draft.get("count", int.class) + 1);
            assertThat(draft.get("count")).isEqualTo(12);
        }));

        ben.see("12 then 13, was 11");
    }

    @Test
    void update_functionThrows_changesNothingAndTheStageFails() {
        IllegalStateException mine = new IllegalStateException("mine");

        failure(store.update(draft -> {
                    draft.set("count", 9);
                    draft.broadcast("never", 1);
                    throw mine;
                }))
                .isSameAs(mine);
        assertThat(store.get("count")).isEqualTo(0);
        assertThat(anna.events()).isEmpty();
    }

    @Test
    void update_draftKept_isClosed() {
        List<Store.Draft> kept = new ArrayList<>();
        done(store.update(kept::add));

        assertThatThrownBy(() -> kept.get(0).set("count", 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void broadcast_reachesEveryClientInOrder() {
        done(store.broadcast("first", Map.of("n", 1)));
        done(store.update(draft -> draft.broadcast("second", draft.get("count"))));

        assertThat(anna.events()).extracting(LiveEvent::name).containsExactly("first", "second");
        assertThat(ben.events()).extracting(LiveEvent::data).containsExactly(Map.of("n", 1), 0);
    }

    @Test
    void compute_name_followsWhoeverChanges() {
        done(store.compute("note", values -> "n" + values.get("count")));
        anna.see("n0");

        anna.click("Add");
        ben.see("1 then 2, n1");
        done(store.set("count", 7));
        ben.see("7 then 8, n7");
        assertThatThrownBy(() -> store.set("note", "mine")).hasMessageContaining("is kept by `compute`");
    }

    @Test
    void compute_newName_readsComputedNamesOfTheComponentAndOfTheScript() {
        done(store.compute("sum", values -> values.get("next", int.class) + values.get("margined", int.class)));

        anna.click("Add");
        assertThat(store.get("sum")).isEqualTo(10);
    }

    @Test
    void compute_chain_eachBehindWhatItReads() {
        done(store.compute("a", values -> values.get("count", int.class) + 1));
        done(store.compute("b", values -> values.get("a", int.class) * 2));
        done(store.compute("c", values -> values.get("b", int.class) + values.get("a", int.class)));

        done(store.set("count", 3));
        assertThat(store.get("c")).isEqualTo(12);
    }

    @Test
    void compute_ring_isNamed() {
        done(store.compute("a", values -> values.get("count")));
        done(store.compute("b", values -> values.get("a")));

        failure(store.compute("a", values -> values.get("b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a computed name reads itself: `a` → `b` → `a`");
        failure(store.compute("self", values -> values.get("self"))).hasMessageContaining("`self` → `self`");
        done(store.set("count", 4));
        assertThat(store.get("b")).isEqualTo(4);
        assertThatThrownBy(() -> store.get("self")).hasMessageContaining("there is no `self`");
    }

    @Test
    void compute_functionFailsLater_keepsItsValueAndGoesOn() {
        done(store.set("count", 3));
        done(store.compute("inverse", values -> 12 / values.get("count", int.class)));
        done(store.set("count", 0));
        assertThat(store.get("inverse")).isEqualTo(4);

        done(store.set("count", 6));
        assertThat(store.get("inverse")).isEqualTo(2);
    }

    @Test
    void compute_declaredOtherwise_fails() {
        failure(store.compute("next", values -> 1))
                .hasMessageContaining("`next` is not a name that `compute` can keep");
        failure(store.compute("margined", values -> 1)).hasMessageContaining("`margined` is not a name");
    }

    @Test
    void compute_redeployed_goesOn() {
        done(store.compute("note", values -> "n" + values.get("count")));
        test.redeploy(BOARD.replace("{{count}} then", "now {{count}} then"));

        anna.click("Add");
        ben.see("now 1 then 2, n1");
    }

    @Test
    void on_eventWithoutHandler_isPartOfTheClientsTurn() {
        List<Store.Event> heard = new ArrayList<>();
        Store.Registration registration = store.on("order", (event, draft) -> {
            heard.add(event);
            draft.set("note", event.arguments().get(1));
        });
        done(store.set("count", 3));

        anna.click("Order");
        ben.see("now");
        assertThat(heard).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("order");
            assertThat(event.data()).isEqualTo(3);
            assertThat(event.user()).isEqualTo("anna");
            assertThat(event.client()).isNotEmpty();
        });

        registration.close();
        assertThatThrownBy(() -> anna.click("Order"))
                .isInstanceOf(RefusedError.class)
                .hasMessageContaining("unknown-handler");
        assertThat(heard).hasSize(1);
    }

    @Test
    void on_handlerThrows_nothingIsKeptAndTheClientIsTold() {
        store.on("order", (event, draft) -> {
            draft.set("note", "half");
            throw new IllegalStateException("secret");
        });

        assertThatThrownBy(() -> anna.click("Order"))
                .isInstanceOf(RefusedError.class)
                .hasMessageContaining("handler-failed: the handler failed")
                .hasMessageNotContaining("secret");
        assertThat(store.get("note")).isEqualTo("none");
    }

    @Test
    void subscribe_listener_hearsOfWhatChangesFromThenOn() {
        List<Store.Change> heard = new ArrayList<>();
        done(store.set("note", "before"));
        Store.Registration listening = store.subscribe(heard::add);

        anna.click("Add");
        done(store.set(Map.of("note", "after", "margin", 8)));
        assertThat(heard)
                .extracting(Store.Change::changed)
                .containsExactly(
                        Map.of("count", 1, "next", 2, "margined", 8),
                        Map.of("note", "after", "margin", 8, "margined", 9));
        assertThat(heard.get(0).version()).isLessThan(heard.get(1).version());

        listening.close();
        anna.click("Add");
        assertThat(heard).hasSize(2);
    }

    @Test
    void subscribe_throwingListener_disturbsNobody() {
        List<Store.Change> heard = new ArrayList<>();
        store.subscribe(change -> {
            throw new IllegalStateException("deliberate");
        });
        store.subscribe(heard::add);

        done(store.set("count", 1));
        done(store.set("count", 2));
        assertThat(heard).hasSize(2);
    }

    @Test
    void instance_nobodyLooks_isKeptAndGoesWithItsIdleTime() {
        anna.leave();
        ben.leave();
        done(store.set("count", 5));
        test.advance(Duration.ofHours(23));
        assertThat(store.get("count")).isEqualTo(5);

        test.advance(Duration.ofHours(25));
        assertThat(store.get("count")).isEqualTo(0);
    }

    @Test
    void instance_withAListener_stays() {
        anna.leave();
        ben.leave();
        done(store.set("count", 5));
        store.subscribe(change -> {});

        test.advance(Duration.ofHours(60));
        assertThat(store.get("count")).isEqualTo(5);
    }

    @Test
    void instance_beginsAgain_withWhatIsComputed() {
        done(store.compute("twice", values -> 2 * values.get("count", int.class)));
        done(store.set("count", 5));
        anna.leave();
        ben.leave();
        test.advance(Duration.ofHours(25));

        assertThat(store.get("twice")).isEqualTo(0);
    }

    @Test
    void user_typing_isNotDisturbed() {
        anna.type("Filter", "abc");
        done(store.set("count", 5));

        assertThat(anna.find("textbox", "Filter").value()).isEqualTo("abc");
        test.assertConverged();
    }
}
