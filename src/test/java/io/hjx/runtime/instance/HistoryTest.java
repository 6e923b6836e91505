package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static Change change(long version, NamedEvent... broadcasts) {
        return Change.of(version, Set.of("key" + version), Former.NONE, List.of(broadcasts));
    }

    private static NamedEvent event(int size) {
        return new NamedEvent("event", NullValue.NULL, size);
    }

    private static List<Long> versions(History.Stretch stretch) {
        List<Long> versions = new ArrayList<>();
        for (int following = stretch.length() - 1; following >= 0; following--) {
            versions.add(stretch.fromLast(following).version());
        }
        return versions;
    }

    @Test
    void add_pastTheLength_forgetsTheOldest() {
        History history = new History(3);
        for (int version = 1; version <= 100; version++) {
            history.add(change(version));
        }

        assertThat(versions(history.stretch())).containsExactly(98L, 99L, 100L);
    }

    @Test
    void stretch_whateverComesLater_staysAsItWas() {
        History history = new History(5);
        List<History.Stretch> stretches = new ArrayList<>();
        for (int version = 1; version <= 200; version++) {
            history.add(change(version));
            stretches.add(history.stretch());
        }

        for (int version = 5; version <= 200; version++) {
            long last = version;
            assertThat(versions(stretches.get(version - 1)))
                    .containsExactly(last - 4, last - 3, last - 2, last - 1, last);
        }
    }

    @Test
    void add_pastTheSize_forgetsAllButTheLast() {
        History history = new History(1000);
        history.add(change(1));
        history.add(change(2, event(History.MAX_SIZE + 1)));

        assertThat(versions(history.stretch())).containsExactly(2L);
        assertThat(history.lastForgottenEvent()).isEqualTo(-1);
    }

    @Test
    void add_largeChanges_keepsFewForgottenOnes() {
        History history = new History(1000);
        for (int version = 1; version <= 100; version++) {
            history.add(change(version, event(History.MAX_SIZE / 2)));
        }

        assertThat(history.stretch().held())
                .as("changes that the array still holds")
                .isLessThanOrEqualTo(6);
        assertThat(history.lastForgottenEvent()).isEqualTo(100 - history.length());
    }

    private static Change replacing(long version, int size) {
        return Change.of(version, Set.of("key"), new Former(Map.of("key", ListValue.EMPTY), size), List.of());
    }

    private static List<Long> withFormer(History.Stretch stretch) {
        List<Long> versions = new ArrayList<>();
        for (int following = stretch.length() - 1; following >= 0; following--) {
            Change change = stretch.fromLast(following);
            if (!change.former().values().isEmpty()) {
                versions.add(change.version());
            }
        }
        return versions;
    }

    @Test
    void add_replacedValuesAreLarge_forgetsThemAlone() {
        History history = new History(20);
        for (int version = 1; version <= 100; version++) {
            history.add(replacing(version, History.MAX_FORMER_SIZE / 3));
            assertThat(withFormer(history.stretch()))
                    .hasSize(Math.min(3, version))
                    .contains((long) version);
        }
        assertThat(history.stretch().length()).isEqualTo(20);
        assertThat(history.lastForgottenEvent()).isEqualTo(-1);
    }

    @Test
    void add_oneReplacedValueIsTooLarge_forgetsAll() {
        History history = new History(20);
        history.add(replacing(1, 10));
        history.add(replacing(2, History.MAX_FORMER_SIZE + 1));
        history.add(replacing(3, 10));
        assertThat(withFormer(history.stretch())).containsExactly(3L);
    }

    @Test
    void add_manyReplacedValues_goWithTheirChanges() {
        History history = new History(3);
        for (int version = 1; version <= 100; version++) {
            history.add(replacing(version, 10));
        }
        assertThat(withFormer(history.stretch())).containsExactly(98L, 99L, 100L);
        history.add(replacing(101, History.MAX_FORMER_SIZE - 20));
        assertThat(withFormer(history.stretch())).containsExactly(99L, 100L, 101L);
    }
}
