package io.hjx.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.spi.StateStore.Commit;
import io.hjx.runtime.spi.StateStore.CommitResult;
import io.hjx.runtime.spi.StateStore.InstanceKey;
import io.hjx.runtime.spi.StateStore.Sink;
import io.hjx.runtime.spi.StateStore.Stored;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryStateStoreTest {

    private static final InstanceKey KEY = new InstanceKey("Counter", "");

    private final MemoryStateStore store = new MemoryStateStore();

    private CommitResult commit(String epoch, long expected, String state, String... ids) {
        Commit commit = new Commit(epoch, expected, state::getBytes, state::getBytes, List.of(ids), 0);
        return store.commit(KEY, commit).toCompletableFuture().join();
    }

    private Stored load() {
        return store.load(KEY).toCompletableFuture().join();
    }

    @Test
    void load_missing_isNull() {
        assertThat(load()).isNull();
    }

    @Test
    void commit_next_isOk() {
        assertThat(commit("e", 0, "a", "1")).isEqualTo(new CommitResult.Ok(1));
        assertThat(commit("e", 1, "b", "2")).isEqualTo(new CommitResult.Ok(2));
        assertThat(load().version()).isEqualTo(2);
        assertThat(load().state().bytes()).isEqualTo("b".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void commit_notNext_isAConflictAndChangesNothing() {
        commit("e", 0, "a", "1");
        assertThat(commit("e", 0, "b", "2")).isInstanceOf(CommitResult.Conflict.class);
        assertThat(commit("other", 1, "b", "3")).isInstanceOf(CommitResult.Conflict.class);
        assertThat(load().version()).isEqualTo(1);
    }

    @Test
    void commit_again_isADuplicateOfItsVersion() {
        commit("e", 0, "a", "1");
        commit("e", 1, "b", "2");
        assertThat(commit("e", 0, "a", "1")).isEqualTo(new CommitResult.Duplicate(1));
        assertThat(load().version()).isEqualTo(2);
    }

    @Test
    void commit_afterManyOthers_isForgotten() {
        for (int i = 0; i < 65; i++) {
            commit("e", i, "a", "id" + i);
        }
        assertThat(commit("e", 0, "a", "id0")).isInstanceOf(CommitResult.Conflict.class);
        assertThat(commit("e", 1, "a", "id1")).isEqualTo(new CommitResult.Duplicate(2));
    }

    @Test
    void subscribe_present_snapshotThenDeltas() {
        commit("e", 0, "a", "1");
        List<String> heard = new ArrayList<>();
        var subscription = store.subscribe(KEY, new Sink() {
            @Override
            public void snapshot(Stored stored) {
                heard.add("snapshot " + stored.version());
            }

            @Override
            public void delta(String epoch, long version, byte[] delta) {
                heard.add(version + " " + new String(delta, StandardCharsets.UTF_8));
            }
        });
        commit("e", 1, "b", "2");
        subscription.cancel();
        commit("e", 2, "c", "3");
        assertThat(heard).containsExactly("snapshot 1", "2 b");
    }

    @Test
    void remove_key_beginsAnew() {
        commit("e", 0, "a", "1");
        store.remove(KEY);
        assertThat(load()).isNull();
        assertThat(commit("f", 0, "a", "1")).isEqualTo(new CommitResult.Ok(1));
    }

    @Test
    void watchOwnership_always_here() {
        List<Boolean> owner = new ArrayList<>();
        store.watchOwnership(KEY, (here, fence) -> owner.add(here)).cancel();
        assertThat(owner).containsExactly(true);
    }
}
