package io.hjx.runtime.instance;

import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormalizerTest {

    private static Normal of(Value value) {
        return Normalizer.normalize(value, Normal.NOTHING);
    }

    @Test
    void normalize_whatJsonLacks_becomesNullOrGoes() {
        assertThat(of(NumberValue.NAN).value()).isEqualTo(NullValue.NULL);
        assertThat(of(number(Double.NEGATIVE_INFINITY)).value()).isEqualTo(NullValue.NULL);
        assertThat(of(number(-0.0)).value()).isEqualTo(NumberValue.ZERO);
        assertThat(of(Undefined.UNDEFINED).value()).isNull();
        assertThat(of(ListValue.of(Undefined.UNDEFINED)).value()).isEqualTo(ListValue.of(NullValue.NULL));
        Map<String, Value> properties = new LinkedHashMap<>();
        properties.put("a", Undefined.UNDEFINED);
        properties.put("b", number(1));
        assertThat(of(ObjectValue.of(properties)).value()).isEqualTo(ObjectValue.of(Map.of("b", number(1))));
    }

    @Test
    void normalize_normal_isTheSameObject() {
        Value value = ListValue.of(ObjectValue.of(Map.of("a", ListValue.of(number(0), new StringValue("x")))));
        assertThat(of(value).value()).isSameAs(value);
    }

    @Test
    void normalize_equalToPrevious_isThePrevious() {
        Normal before = of(ListValue.of(number(1), number(2)));
        assertThat(Normalizer.normalize(ListValue.of(number(1), number(2)), before))
                .isSameAs(before);
    }

    @Test
    void normalize_editedList_measuresAsIfNew() {
        List<Value> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            items.add(new StringValue("item " + i));
        }
        Normal before = of(ListValue.of(items));
        for (int at : new int[] {0, 7, 19}) {
            List<Value> edited = new ArrayList<>(items);
            edited.set(at, NumberValue.NAN);
            edited.remove((at + 3) % 20);
            edited.add(at, new StringValue("new"));
            Normal after = Normalizer.normalize(ListValue.of(edited), before);
            assertThat(after).isEqualTo(of(ListValue.of(edited)));
        }
    }

    @Test
    void normalize_tooDeep_isRefused() {
        Value value = number(1);
        for (int i = 0; i < 100; i++) {
            value = ListValue.of(value);
        }
        Value deep = value;
        assertThatThrownBy(() -> of(deep)).isInstanceOf(RejectedException.class);
    }
}
