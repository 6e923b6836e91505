package io.hjx.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Patch;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Patches by example; the browser's tests read the same. */
class PatchTest {

    static Stream<Transcript.Line> patches() {
        return Transcript.read("patches.jsonl").lines().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patches")
    void apply_ofTranscripts_agrees(Transcript.Line line) {
        ObjectValue example = (ObjectValue) Json.parse(line.json().toString());
        Value before = example.get("before");
        Value json = example.get("patch");
        if (example.has("after")) {
            assertThat(Json.print(Patch.of(json).apply(before))).isEqualTo(Json.print(example.get("after")));
            assertThat(Json.print(Patch.of(json).toValue())).isEqualTo(Json.print(json));
        } else {
            assertThatThrownBy(() -> Patch.of(json).apply(before)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
