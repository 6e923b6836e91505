package io.hjx.runtime.instance;

import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageCodecTest {

    private static StateImage image() {
        Map<String, Value> values = new LinkedHashMap<>();
        values.put("text", new StringValue("ä😀\uD83D"));
        values.put("list", ListValue.of(number(0.1), NullValue.NULL, BooleanValue.TRUE, BooleanValue.FALSE));
        values.put("object", ObjectValue.of(Map.of("k", ListValue.of())));
        Recollection recollection = Recollection.EMPTY
                .with("ann", new Answer(3, 7, null))
                .with("ann", new Answer(4, 7, new Rejection("busy", "later", null)));
        return new StateImage(values, recollection);
    }

    @Test
    void decode_encoded_isTheSame() {
        StateImage decoded = ImageCodec.decode(image().bytes());
        assertThat(decoded.values()).isEqualTo(image().values());
        assertThat(decoded.recollection().answer("ann", 3)).isEqualTo(new Answer(3, 7, null));
        assertThat(decoded.recollection().answer("ann", 4).rejection().code()).isEqualTo("busy");
    }

    @Test
    void decode_damaged_failsWithoutHarm() {
        byte[] bytes = image().bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ImageCodec.decode(cut)).isInstanceOf(UncheckedIOException.class);
        }
    }
}
