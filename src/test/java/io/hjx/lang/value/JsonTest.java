package io.hjx.lang.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hjx.lang.value.JsonException.Fault;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final JsonProvider PLATFORM = JsonProvider.provider();
    private static final String LAST = "the last item";

    /** Exponents for which the platform's decimals have no room. */
    private static final Pattern HUGE = Pattern.compile("[eE][+-]?\\d{5,}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0 | 0",
                "[] | 1 | 0",
                "{\"a\":[1,2,3],\"b\":{}} | 2 | 3",
                "[[[]],[[]]] | 3 | 2",
                "{\"a\":{\"a\":{\"a\":0}},\"b\":1,\"c\":2} | 3 | 3",
            })
    void parse_bounds_areTheLargestThatIsAllowed(String text, int depth, int width) {
        assertThat(Json.parse(text, depth, width)).isEqualTo(Json.parse(text));
        if (depth > 0) {
            assertThat(fault(text, depth - 1, width)).isEqualTo(Fault.TOO_DEEP);
        }
        if (width > 0) {
            assertThat(fault(text, depth, width - 1)).isEqualTo(Fault.TOO_WIDE);
        }
    }

    /** What comes later is not even looked at. */
    @Test
    void parse_pastABound_stopsAtOnce() {
        assertThat(fault("[1,2,3,4 and no JSON", 1, 3)).isEqualTo(Fault.TOO_WIDE);
        assertThat(fault("[[[[ and no JSON", 3, 3)).isEqualTo(Fault.TOO_DEEP);
    }

    private static Fault fault(String text, int depth, int width) {
        return catchThrowableOfType(JsonException.class, () -> Json.parse(text, depth, width))
                .fault();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":1}",
                "[{\"x\":{\"b\":0,\"a\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,\"a\":0}}]"
            })
    void parse_keyTwice_isRefusedWhereParseTakesTheLast(String text) {
        JsonException refusal = catchThrowableOfType(JsonException.class, () -> Json.parse(text, 200, 200));

        assertThat(refusal.fault()).isEqualTo(Fault.KEY_TWICE);
        assertThat(refusal.key()).isEqualTo("a");
        assertThat(Json.parse(text)).isNotNull();
    }

    @Test
    void parse_equalKeysOfDifferentObjects_areFine() {
        String text = "{\"a\":{\"a\":1},\"b\":{\"a\":1}}";

        assertThat(Json.parse(text, 2, 2)).isEqualTo(Json.parse(text));
    }

    @Test
    void parse_tooDeep_isRefused() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200))).isInstanceOf(ListValue.class);
        assertThat(catchThrowableOfType(JsonException.class, () -> Json.parse("[".repeat(1_000_000)))
                        .fault())
                .isEqualTo(Fault.TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "7, 7",
        "-7, -7",
        "999999999999999, 999999999999999",
        "9007199254740993, 9007199254740992",
        "123456789012345678901234567890, 1.2345678901234568e29",
        "0.1, 0.1",
        "1e3, 1000",
        "1E-2, 0.01",
        "1e400, Infinity",
    })
    void parse_numbers_areTheNearestDoubles(String text, double number) {
        assertThat(Json.parse(text)).isEqualTo(new NumberValue(number));
    }

    /** Texts that are JSON, or nearly: what the platform's parser says is what this one says. */
    @Test
    void parse_generated_agreesWithThePlatform() {
        long seed = Long.getLong("hjx.seed", System.nanoTime());
        System.out.println("JsonTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = "[" + broken(text(random, 4), random) + ",\"" + LAST + "\"]";
            if (HUGE.matcher(text).find()) {
                continue;
            }
            JsonValue expected = platform(text);
            Value found = found(text);
            assertThat(found == null).as("seed %s, refused: %s", seed, text).isEqualTo(expected == null);
            if (found != null && expected != null) {
                assertThat(Json.print(found))
                        .as("seed %s: %s", seed, text)
                        .isEqualTo(Json.print(Json.parse(expected.toString())));
            }
        }
    }

    private static Value found(String text) {
        try {
            return Json.parse(text);
        } catch (JsonException refused) {
            return null;
        }
    }

    /** Null also where it has not come to the last item: it ignores what stands behind a value. */
    private static JsonValue platform(String text) {
        try (var reader = PLATFORM.createReader(new StringReader(text))) {
            JsonArray list = reader.readValue().asJsonArray();
            return list.get(list.size() - 1).equals(PLATFORM.createValue(LAST)) ? list : null;
        } catch (RuntimeException refused) {
            return null;
        }
    }

    private static String text(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2 -> Integer.toString(random.nextInt(2000) - 1000);
            case 3 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 4 -> string(random);
            case 5 -> Long.toString(random.nextLong());
            case 6 -> "[" + text(random, depth - 1) + " ,\n" + text(random, depth - 1) + "]";
            case 7 -> "{" + string(random) + ":" + text(random, depth - 1) + "}";
            default -> random.nextBoolean() ? "[ ]" : "{\t}";
        };
    }

    private static String string(Random random) {
        String[] parts = {"a", "ä", "😀", "\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00", "/", "\\/", " "};
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.append('"').toString();
    }

    /** In half the cases one character is gone, there twice, or another one. */
    private static String broken(String text, Random random) {
        int at = random.nextInt(text.length());
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            case 2 ->
                text.substring(0, at) + "{}[]\",:0-+.eE\\ux \u0001".charAt(random.nextInt(18)) + text.substring(at + 1);
            default -> text;
        };
    }
}
