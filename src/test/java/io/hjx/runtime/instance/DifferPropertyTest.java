package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Patch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that are changed at random: the patch that is found leads from one to the other, in Java and in browsers. */
class DifferPropertyTest {

    private static final int SEEDS = 3_000;

    @Test
    void patch_ofRandomChanges_leadsThere(@TempDir Path folder) throws Exception {
        List<String> found = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            String line = patch(seed);
            if (line != null) {
                found.add(line);
            }
        }
        assertThat(found).as("changes of which a patch is shorter").hasSizeGreaterThan(SEEDS / 5);

        Path file = folder.resolve("patches.jsonl");
        Files.write(file, found);
        assertThat(node(file)).isEqualTo(found.size() + "\n");
    }

    /** A seed's values with the patch, as {@code patches.js} reads them; null where there is no patch. */
    private static String patch(int seed) {
        RandomValues random = new RandomValues(new Random(seed));
        ObjectValue before = random.object(3);
        ObjectValue after = before;
        for (int i = random.below(6); i >= 0; i--) {
            after = (ObjectValue) random.changed(after);
        }
        if (random.below(4) == 0) {
            // As computed values are: equal, but nothing is shared
            after = (ObjectValue) Json.parse(Json.print(after));
        }
        Map<String, Value> names = after.properties();
        Map<String, Value> known = new HashMap<>(before.properties());
        known.keySet().retainAll(names.keySet());
        Patch patch = Differ.patch(known, names);
        if (patch == null) {
            return null;
        }
        // Names that are gone are not the patch's business, nor is the order of names
        ObjectValue kept = ObjectValue.of(known);
        Value patched = patch.apply(kept);
        assertThat(Json.print(inOrder(patched))).as("seed %d", seed).isEqualTo(Json.print(inOrder(after)));
        String text = Json.print(patch.toValue());
        assertThat(text.length())
                .as("seed %d", seed)
                .isLessThan(Json.print(after).length());
        return "{\"before\":" + Json.print(kept) + ",\"patch\":" + text + ",\"after\":" + Json.print(patched) + "}";
    }

    private static ObjectValue inOrder(Value names) {
        return ObjectValue.of(new TreeMap<>(((ObjectValue) names).properties()));
    }

    private static String node(Path file) throws IOException, InterruptedException {
        Path output = file.resolveSibling("output");
        Process node = new ProcessBuilder("node", "src/test/js/patches.js", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(node.waitFor(60, TimeUnit.SECONDS))
                .as("it ends within a minute")
                .isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** JSON values at random, and small changes of them. */
    private record RandomValues(Random random) {

        private static final List<String> KEYS =
                List.of("id", "a", "b/c", "~d", "~1", "7", "30", "", "text", "\"", "__proto__");

        int below(int bound) {
            return random.nextInt(bound);
        }

        Value value(int depth) {
            return switch (below(depth > 0 ? 9 : 5)) {
                case 0 -> Json.parse("null");
                case 1 -> Json.parse(random.nextBoolean() ? "true" : "false");
                case 2, 3 -> Json.parse(String.valueOf(below(30) - 5 + below(2) / 2.0));
                case 4 -> Json.parse("\"" + "text é\\n".repeat(below(4)) + below(9) + "\"");
                case 5, 6 -> list(depth - 1);
                default -> object(depth - 1);
            };
        }

        private Value list(int depth) {
            boolean rows = random.nextBoolean();
            List<Value> items = new ArrayList<>();
            for (int i = below(12); i > 0; i--) {
                Value item = rows ? object(depth) : value(depth);
                items.add(
                        rows && below(8) > 0
                                ? ((ObjectValue) item).with("id", Json.parse(String.valueOf(below(20))))
                                : item);
            }
            return ListValue.of(items);
        }

        ObjectValue object(int depth) {
            ObjectValue object = ObjectValue.EMPTY;
            for (int i = below(6); i > 0; i--) {
                object = object.with(key(), value(depth));
            }
            return object;
        }

        private String key() {
            // The last one seldom: it keeps patches from its object
            return KEYS.get(below(20) == 0 ? KEYS.size() - 1 : below(KEYS.size() - 1));
        }

        /** A change of the value or of something in it. */
        Value changed(Value value) {
            if (value instanceof ListValue list && list.size() > 0 && below(8) > 0) {
                return edited(list);
            }
            if (value instanceof ObjectValue object && object.size() > 0 && below(8) > 0) {
                return edited(object);
            }
            return value instanceof ObjectValue ? object(3) : value(3);
        }

        private Value edited(ListValue list) {
            List<Value> items = new ArrayList<>(list.items());
            int at = below(items.size());
            switch (below(6)) {
                case 0 -> items.remove(at);
                case 1 -> items.add(at, value(2));
                case 2 -> items.add(value(2));
                case 3 -> items.add(below(items.size()), items.remove(at));
                default -> items.set(at, changed(items.get(at)));
            }
            return ListValue.of(items);
        }

        private Value edited(ObjectValue object) {
            String key = object.key(below(object.size()));
            return switch (below(6)) {
                case 0 -> object.without(key);
                case 1 -> object.with(key(), value(2));
                case 2 -> object.without(key).with(key, object.get(key));
                default -> object.with(key, changed(object.get(key)));
            };
        }
    }
}
