package io.hjx.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated formulas over generated changes: every computed name is, at all times, what its formula says. */
class ComputePropertyTest {

    private static final int SOURCES = 4;
    private static final int FORMULAS = 8;
    private static final int CHANGES = 60;

    /** A name that adds two others, or where a third is odd only the first of them: what it reads changes. */
    private record Formula(String key, String first, String second, String condition) {

        int of(Map<String, Integer> values) {
            int sum = values.get(first);
            return values.get(condition) % 2 == 0 ? sum + values.get(second) : sum;
        }

        Object of(io.hjx.api.Values values) {
            int sum = values.get(first, int.class);
            return values.get(condition, int.class) % 2 == 0 ? sum + values.get(second, int.class) : sum;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void computed_anyChanges_areWhatTheirFormulasSay(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> expected = new LinkedHashMap<>();
        for (int i = 0; i < SOURCES; i++) {
            expected.put("s" + i, random.nextInt(10));
        }
        Store store = Store.of(expected);
        List<Formula> formulas = new ArrayList<>();
        for (int i = 0; i < FORMULAS; i++) {
            Formula formula = new Formula("f" + i, any(expected, random), any(expected, random), any(expected, random));
            formulas.add(formula);
            expected.put(formula.key, formula.of(expected));
            assertThat(store.compute(formula.key, formula::of).toCompletableFuture())
                    .isCompleted();
        }
        for (int i = 0; i < CHANGES; i++) {
            change(store, expected, random);
            formulas.forEach(formula -> expected.put(formula.key, formula.of(expected)));
            assertThat(store.get()).as("seed %d, change %d", seed, i).isEqualTo(expected);
        }
    }

    private static void change(Store store, Map<String, Integer> expected, Random random) {
        Map<String, Integer> changes = new LinkedHashMap<>();
        for (int i = random.nextInt(SOURCES); i >= 0; i--) {
            changes.put("s" + random.nextInt(SOURCES), random.nextInt(10));
        }
        boolean fails = random.nextInt(5) == 0;
        CompletableFuture<Long> done = store.update(draft -> {
                    changes.forEach(draft::set);
                    if (fails) {
                        throw new IllegalStateException("deliberate");
                    }
                })
                .toCompletableFuture();
        assertThat(done.isCompletedExceptionally()).isEqualTo(fails);
        if (!fails) {
            expected.putAll(changes);
        }
    }

    private static String any(Map<String, Integer> names, Random random) {
        return List.copyOf(names.keySet()).get(random.nextInt(names.size()));
    }
}
