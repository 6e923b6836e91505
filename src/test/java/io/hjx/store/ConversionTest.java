package io.hjx.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.json.JsonObjects;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of Java a store takes, and what it gives. */
class ConversionTest {

    private static final Conversion CONVERSION = Conversion.of(new JsonObjects());
    private static final Conversion PLAIN = Conversion.of(ObjectBinding.NONE);

    /** A class of an application's. */
    public record Order(String item, int amount) {}

    private static Value read(Object object) {
        return CONVERSION.reader().read(object);
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of(true, "true"),
                Arguments.of(7, "7"),
                Arguments.of(7L, "7"),
                Arguments.of((short) 7, "7"),
                Arguments.of(1.5f, "1.5"),
                Arguments.of(new BigDecimal("2.50"), "2.5"),
                Arguments.of(BigInteger.TEN, "10"),
                Arguments.of("a\"b", "\"a\\\"b\""),
                Arguments.of('c', "\"c\""),
                Arguments.of(CharBuffer.wrap("cb"), "\"cb\""),
                Arguments.of(DayOfWeek.MONDAY, "\"MONDAY\""),
                Arguments.of(LocalDate.of(2026, 11, 22), "\"2026-11-22\""),
                Arguments.of(Duration.ofMinutes(5), "\"PT5M\""),
                Arguments.of(new UUID(0, 1), "\"00000000-0000-0000-0000-000000000001\""),
                Arguments.of(Optional.of(1), "1"),
                Arguments.of(Optional.empty(), "null"),
                Arguments.of(new int[] {1, 2}, "[1,2]"),
                Arguments.of(new Object[] {"a", null}, "[\"a\",null]"),
                Arguments.of(new LinkedHashSet<>(List.of(1)), "[1]"),
                Arguments.of(Map.of("a", List.of(Map.of("b", 1))), "{\"a\":[{\"b\":1}]}"),
                Arguments.of(Map.of(1, "one"), "{\"1\":\"one\"}"),
                Arguments.of(new Order("Tea", 2), "{\"amount\":2,\"item\":\"Tea\"}"),
                Arguments.of(List.of(new Order("Tea", 2)), "[{\"amount\":2,\"item\":\"Tea\"}]"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void read_java_isJson(Object object, String json) {
        assertThat(read(object)).isEqualTo(Json.parse(json));
    }

    @Test
    void read_whatDoesNotFit_saysWhy() {
        assertThatThrownBy(() -> read(9_007_199_254_740_993L)).hasMessageContaining("set it as text");
        assertThatThrownBy(() -> read(BigInteger.TWO.pow(2_000))).hasMessageContaining("not a number of JSON");
        assertThatThrownBy(() -> read(Double.NaN)).hasMessageContaining("not a number of JSON");
        assertThatThrownBy(() -> read(Map.of(List.of(), 1))).hasMessageContaining("the keys of a map are text");
        assertThatThrownBy(() -> PLAIN.reader().read(new Order("Tea", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without Jakarta JSON Binding")
                .hasMessageContaining("Order");
        assertThat(read(9_007_199_254_740_992L)).isEqualTo(NumberValue.of(9_007_199_254_740_992d));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "\"x\"", "[1,[2,null],{\"a\":\"b\"}]", "{\"b\":1,\"a\":{}}", "0.1", "1e21"})
    void plain_thereAndBack_isTheSame(String json) {
        Value value = Json.parse(json);

        assertThat(read(CONVERSION.writer().plain(value))).isEqualTo(value);
    }

    @Test
    void plain_numbers_areAsSmallAsTheyFit() {
        assertThat(CONVERSION.writer().plain(NumberValue.of(1))).isEqualTo(1);
        assertThat(CONVERSION.writer().plain(NumberValue.of(3e9))).isEqualTo(3_000_000_000L);
        assertThat(CONVERSION.writer().plain(NumberValue.of(0.5))).isEqualTo(0.5);
        assertThat(CONVERSION.writer().plain(NumberValue.of(1e300))).isEqualTo(1e300);
    }

    @Test
    void plain_collections_cannotBeChanged() {
        Object list = CONVERSION.writer().plain(Json.parse("[[1],{}]"));

        assertThatThrownBy(() -> ((List<?>) list).remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) ((List<?>) list).get(0)).remove(0))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void as_class_isMade() {
        JavaWriter writer = CONVERSION.writer();

        assertThat(writer.as(NumberValue.of(7), int.class)).isEqualTo(7);
        assertThat(writer.as(NumberValue.of(7), Long.class)).isEqualTo(7L);
        assertThat(writer.as(NumberValue.of(0.5), BigDecimal.class)).isEqualByComparingTo("0.5");
        assertThat(writer.as(Json.parse("\"MONDAY\""), DayOfWeek.class)).isEqualTo(DayOfWeek.MONDAY);
        assertThat(writer.as(Json.parse("\"2026-11-22\""), LocalDate.class)).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(writer.as(Json.parse("{\"item\":\"Tea\",\"amount\":2}"), Order.class))
                .isEqualTo(new Order("Tea", 2));
        assertThat(Arrays.asList(writer.as(Json.parse("[{\"item\":\"Tea\",\"amount\":2}]"), Order[].class)))
                .isEqualTo(List.of(new Order("Tea", 2)));
        assertThat(writer.as(Json.parse("null"), Order.class)).isNull();
        List<?> list = writer.as(Json.parse("[1]"), List.class);
        assertThat(list).isEqualTo(List.of(1));
    }

    @Test
    void as_whatDoesNotFit_saysWhy() {
        JavaWriter writer = CONVERSION.writer();

        assertThatThrownBy(() -> writer.as(NumberValue.of(0.5), Integer.class))
                .hasMessage("0.5 does not fit into a Integer");
        assertThatThrownBy(() -> writer.as(Json.parse("\"7\""), Integer.class)).hasMessage("a String is not a Integer");
        assertThatThrownBy(() -> writer.as(NumberValue.of(7), String.class)).hasMessage("a Integer is not a String");
        assertThatThrownBy(() -> writer.as(Json.parse("\"X\""), DayOfWeek.class))
                .hasMessageContaining("none of [MONDAY");
        assertThatThrownBy(() -> writer.as(Json.parse("[]"), Order.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Order");
    }
}
