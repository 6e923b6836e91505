package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateMapTest {

    private static final Normal GONE = Normal.NOTHING;

    private static Normal number(int value) {
        return new Normal(NumberValue.of(value), 8);
    }

    @Test
    void with_keyThatIsThere_keepsItsPlaceAndTheOldMap() {
        StateMap before = StateMap.EMPTY.with(inOrder("a", number(1), "b", number(2)));
        StateMap after = before.with(Map.of("a", number(3)));
        assertThat(after.values().keySet()).containsExactly("a", "b");
        assertThat(after.values()).containsEntry("a", NumberValue.of(3));
        assertThat(before.values()).containsEntry("a", NumberValue.of(1));
        assertThat(after.size()).isEqualTo(before.size());
    }

    @Test
    void with_keyThatComesAgain_standsLast() {
        StateMap map = StateMap.EMPTY.with(inOrder("a", number(1), "bb", number(2)));
        StateMap without = map.with(Map.of("a", GONE));
        assertThat(without.values().keySet()).containsExactly("bb");
        assertThat(without.size()).isEqualTo(10);
        assertThat(without.with(Map.of("a", number(4))).values().keySet()).containsExactly("bb", "a");
    }

    @Test
    void get_absentKey_isNothing() {
        assertThat(StateMap.EMPTY.get("a")).isEqualTo(GONE);
        assertThat(StateMap.EMPTY.values().get("a")).isNull();
        assertThat(StateMap.EMPTY.values()).isEmpty();
    }

    @Test
    void with_anyChanges_isAsAMapOfTheValues() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StateMap state = StateMap.EMPTY;
        Map<String, Value> model = new LinkedHashMap<>();
        for (int round = 0; round < 1_000; round++) {
            Map<String, Normal> changes = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changes.put("k" + random.nextInt(12), random.nextInt(4) == 0 ? GONE : number(round));
            }
            state = state.with(changes);
            changes.forEach((key, normal) -> model.compute(key, (known, before) -> normal.value()));
            assertThat(state.values()).as("seed " + seed).containsExactlyEntriesOf(model);
            int size = model.keySet().stream().mapToInt(key -> key.length() + 8).sum();
            assertThat(state.size()).as("seed " + seed).isEqualTo(size);
        }
    }

    private static Map<String, Normal> inOrder(String first, Normal one, String second, Normal two) {
        Map<String, Normal> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
