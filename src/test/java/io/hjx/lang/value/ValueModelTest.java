package io.hjx.lang.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueModelTest {

    private static final NumberValue ONE = NumberValue.of(1);
    private static final NumberValue TWO = NumberValue.of(2);

    private static ObjectValue object(String json) {
        return (ObjectValue) Json.parse(json);
    }

    @Test
    void object_integerKeysComeFirstAscending() {
        ObjectValue object = object("{\"b\":1,\"10\":2,\"a\":3,\"2\":4,\"01\":5,\"4294967295\":6,\"4294967294\":7}");
        assertThat(object.properties().keySet()).containsExactly("2", "10", "4294967294", "b", "a", "01", "4294967295");
        assertThat(object.with("1", ONE).key(0)).isEqualTo("1");
    }

    @Test
    void object_withKeepsThePlaceOfAKey() {
        ObjectValue object = object("{\"a\":1,\"b\":2}");
        assertThat(Json.print(object.with("a", TWO))).isEqualTo("{\"a\":2,\"b\":2}");
        assertThat(Json.print(object.with("c", TWO))).isEqualTo("{\"a\":1,\"b\":2,\"c\":2}");
        assertThat(Json.print(object.without("a"))).isEqualTo("{\"b\":2}");
        assertThat(object.without("x")).isSameAs(object);
        assertThat(Json.print(object)).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    void object_manyKeys() {
        Map<String, Value> map = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            map.put("k" + i, NumberValue.of(i));
        }
        ObjectValue object = ObjectValue.of(map);
        assertThat(object.get("k77")).isEqualTo(NumberValue.of(77));
        assertThat(object.get("nope")).isEqualTo(Undefined.UNDEFINED);
        assertThat(object.properties()).isEqualTo(map);
        assertThat(object.with("k5", ONE).get("k5")).isEqualTo(ONE);
        assertThat(new ObjectValue.Builder(0)
                        .putAll(object)
                        .put("k99", ONE)
                        .build()
                        .size())
                .isEqualTo(100);
    }

    @Test
    void object_equalInAnyOrder() {
        assertThat(object("{\"a\":1,\"b\":[2]}")).isEqualTo(object("{\"b\":[2],\"a\":1}"));
        assertThat(object("{\"a\":1,\"b\":[2]}")).hasSameHashCodeAs(object("{\"b\":[2],\"a\":1}"));
        assertThat(object("{\"a\":1}")).isNotEqualTo(object("{\"a\":1,\"b\":1}"));
        assertThat(object("{\"a\":1}")).isNotEqualTo(object("{\"b\":1}"));
    }

    @Test
    void list_changesAreCopies() {
        ListValue list = ListValue.of(ONE, TWO);
        assertThat(Json.print(list.plus(ONE))).isEqualTo("[1,2,1]");
        assertThat(Json.print(list.with(0, TWO))).isEqualTo("[2,2]");
        assertThat(Json.print(list.plus(list))).isEqualTo("[1,2,1,2]");
        assertThat(list.slice(1, 2)).isEqualTo(ListValue.of(TWO));
        assertThat(list.get(-1)).isEqualTo(Undefined.UNDEFINED);
        assertThat(Json.print(list)).isEqualTo("[1,2]");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> list.items().set(0, TWO));
    }

    @Test
    void list_builderOwnsItsArray() {
        ListValue.Builder builder = new ListValue.Builder(1).add(ONE);
        ListValue first = builder.build();
        builder.add(TWO);
        assertThat(first).isEqualTo(ListValue.of(ONE));
    }

    @Test
    void nesting_isBounded() {
        assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> {
            ListValue list = ListValue.EMPTY;
            for (int i = 0; i < 1000; i++) {
                list = ListValue.of(list);
            }
        });
    }

    @Test
    void weight_countsSharedPartsEachTime() {
        assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> {
            ListValue list = ListValue.of(ONE);
            for (int i = 0; i < 100; i++) {
                list = ListValue.of(list, list);
            }
        });
    }

    @Test
    void toJsonState_normalizes() {
        ObjectValue state =
                ObjectValue.of(new LinkedHashMap<>(Map.of("x", Undefined.UNDEFINED, "nan", NumberValue.NAN)));
        assertThat(Json.toJsonState(state)).isEqualTo(object("{\"nan\":null}"));
        FunctionValue function = arguments -> ONE;
        List<Value> odd =
                List.of(Undefined.UNDEFINED, function, NumberValue.of(-0.0), NumberValue.of(Double.NEGATIVE_INFINITY));
        assertThat(Json.toJsonState(ListValue.of(odd))).isEqualTo(Json.parse("[null,null,0,null]"));
        assertThat(Json.toJsonState(Undefined.UNDEFINED)).isNull();
        assertThat(Json.toJsonState(function)).isNull();
    }

    @Test
    void toJsonState_sharesWhatIsJsonAlready() {
        ObjectValue plain = object("{\"a\":[1,{\"b\":\"x\"}],\"c\":null,\"n\":1.5}");
        assertThat(Json.toJsonState(plain)).isSameAs(plain);
        ObjectValue changed = plain.with("n", NumberValue.NAN);
        ObjectValue state = (ObjectValue) Json.toJsonState(changed);
        assertThat(state.get("a")).isSameAs(plain.get("a"));
    }

    @Test
    void parse_depthIsBounded() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200))).isInstanceOf(ListValue.class);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Json.parse("[".repeat(100_000)))
                .withMessageContaining("too deeply");
    }

    @Test
    void parse_saysWhere() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Json.parse("{\"a\":1,}"))
                .withMessage("the text is not JSON: unexpected character at offset 7");
    }

    @Test
    void equals_isIdentityOfContent() {
        assertThat(NumberValue.of(Double.NaN)).isEqualTo(NumberValue.NAN);
        assertThat(NumberValue.of(-0.0)).isNotEqualTo(NumberValue.ZERO);
        assertThat(Conversions.strictEquals(NumberValue.of(-0.0), NumberValue.ZERO))
                .isTrue();
        assertThat(Conversions.strictEquals(NumberValue.NAN, NumberValue.NAN)).isFalse();
    }

    @Test
    void toShown_isTheTextOfAnInterpolation() {
        assertThat(Conversions.toShown(NullValue.NULL)).isEmpty();
        assertThat(Conversions.toShown(Undefined.UNDEFINED)).isEmpty();
        assertThat(Conversions.toShown(BooleanValue.FALSE)).isEqualTo("false");
        assertThat(Conversions.toShown(NumberValue.of(0.1 + 0.2))).isEqualTo("0.30000000000000004");
        assertThat(Conversions.toShown(object("{\"a\":[1,\"x\"]}"))).isEqualTo("{\"a\":[1,\"x\"]}");
    }
}
