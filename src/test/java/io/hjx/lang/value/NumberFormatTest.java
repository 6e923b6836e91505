package io.hjx.lang.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.emit.JavaScript;
import java.util.Arrays;
import java.util.Random;
import java.util.StringJoiner;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormatTest {

    private static final long SEED = 4711;
    private static final int BATCH = 10_000;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-17, -17",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1e21, 1e+21",
        "1e20, 100000000000000000000",
        "123456789012345678, 123456789012345680",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "1.5e-9, 1.5e-9",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "2e-3, 0.002",
        "2.0E23, 2e+23",
        "9007199254740993, 9007199254740992",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void format_asJavaScriptPrints(double number, String expected) {
        assertThat(NumberFormat.format(number)).isEqualTo(expected);
    }

    @Test
    void formatAndParse_aMillionDoublesLikeTheEngine() {
        Random random = new Random(SEED);
        try (JavaScript javaScript = new JavaScript()) {
            Value print = javaScript.run("(numbers) => Array.from(numbers, String).join()");
            Value read = javaScript.run("(texts) => texts.split(',').map(Number).join()");
            for (int done = 0; done < 1_000_000; done += BATCH) {
                Object[] numbers = new Object[BATCH];
                Arrays.setAll(numbers, i -> number(random, i));
                String[] texts =
                        print.execute(ProxyArray.fromArray(numbers)).asString().split(",", -1);
                StringJoiner longer = new StringJoiner(",");
                for (int i = 0; i < BATCH; i++) {
                    double number = (Double) numbers[i];
                    assertThat(NumberFormat.format(number)).as("seed %d", SEED).isEqualTo(texts[i]);
                    assertThat(NumberText.parse(texts[i]))
                            .as("%s, seed %d", texts[i], SEED)
                            .isEqualTo(Double.valueOf(number + 0.0));
                    longer.add(lengthened(texts[i], random));
                }
                String[] theirs = read.execute(longer.toString()).asString().split(",", -1);
                String[] given = longer.toString().split(",", -1);
                for (int i = 0; i < BATCH; i++) {
                    assertThat(NumberFormat.format(NumberText.parse(given[i])))
                            .as("%s, seed %d", given[i], SEED)
                            .isEqualTo(theirs[i]);
                }
            }
        }
    }

    /** The same number with more digits than any shortest text has, so that reading it must round. */
    private static String lengthened(String text, Random random) {
        int exponent = text.indexOf('e');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        if (!Character.isDigit(digits.charAt(digits.length() - 1))) {
            return text;
        }
        String more = (digits.indexOf('.') < 0 ? "." : "") + (random.nextLong() & Long.MAX_VALUE);
        return digits + more + (exponent < 0 ? "" : text.substring(exponent));
    }

    /** All bit patterns, decimals with few digits, powers of two, and numbers below the normal ones. */
    private static double number(Random random, int i) {
        return switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt() / Math.pow(10, random.nextInt(12));
            case 2 -> Math.scalb(random.nextBoolean() ? 1.0 : -1.0, random.nextInt(2098) - 1074);
            default -> Double.longBitsToDouble(random.nextLong() >>> 12 >>> random.nextInt(52));
        };
    }

    @Test
    void format_readsBackAsTheSameNumber() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200_000; i++) {
            double number = number(random, i);
            double read = NumberText.parse(NumberFormat.format(number));
            assertThat(Double.compare(read, number + 0.0)).as("%s", number).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.005, 2, 1.00",
        "2.5, 0, 3",
        "-2.5, 0, -3",
        "1e21, 2, 1e+21",
        "-0.0000001, 2, -0.00",
        "0, 1, 0.0",
        "123.456, 1, 123.5"
    })
    void fixed_tiesGoUp(double number, int digits, String expected) {
        assertThat(NumberFormat.fixed(number, digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "255, 16, ff",
        "0.5, 2, 0.1",
        "-255, 36, -73",
        "0.1, 3, 0.002200220022002200220022002200220102",
        "1e21, 10, 1e+21"
    })
    void inRadix_shortestFraction(double number, int radix, String expected) {
        assertThat(NumberFormat.inRadix(number, radix))
                .startsWith(expected.substring(0, Math.min(20, expected.length())));
    }
}
