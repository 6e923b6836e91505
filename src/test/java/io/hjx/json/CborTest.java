package io.hjx.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.ServerMessage;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CborTest {

    private static final CborFrameEncoder ENCODER = new CborFrameEncoder();

    static Stream<Transcript.Line> examples() {
        return Transcript.read("cbor.jsonl").lines().stream();
    }

    static Stream<Transcript.Line> values() {
        return examples().filter(line -> line.json().containsKey("value"));
    }

    static Stream<Transcript.Line> refused() {
        return examples().filter(line -> line.json().containsKey("refused"));
    }

    /** What the server writes is there byte for byte: the browser's tests read the same. */
    @ParameterizedTest
    @MethodSource("values")
    void encode_value_isAsInTheExamples(Transcript.Line line) {
        Value value = Json.parse(line.json().get("value").toString());
        byte[] data = new CborWriter(1).add("v", value).finish();

        assertThat(HexFormat.of().formatHex(data))
                .isEqualTo("a16176" + line.json().getString("cbor"));
    }

    /** What the browser writes may be shorter. */
    @ParameterizedTest
    @MethodSource("values")
    void decode_value_asEitherSideWritesIt_isTheSame(Transcript.Line line) throws Exception {
        for (String hex : List.of(
                line.json().getString("cbor"),
                line.json().getString("sent", line.json().getString("cbor")))) {
            assertThat(Binary.tree(HexFormat.of().parseHex("a16176" + hex)).get("v"))
                    .isEqualTo(line.json().get("value"));
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void decode_whatJsonHasNot_isRefused(Transcript.Line line) {
        BadMessageException refusal =
                refusal(HexFormat.of().parseHex(line.json().getString("cbor")), FrameBounds.standard());

        assertThat(refusal.code().wire()).isEqualTo(line.refused());
        assertThat(refusal.sentence()).matches("[A-Z].*\\.").hasSizeLessThan(200);
    }

    @Test
    void encode_whatJsonWritesAsNull_isNull() throws Exception {
        assertThat(sent(new NumberValue(Double.NaN))).isEqualTo(sent(NullValue.NULL));
        assertThat(sent(new NumberValue(Double.NEGATIVE_INFINITY))).isEqualTo(sent(NullValue.NULL));
        assertThat(sent(Undefined.UNDEFINED)).isEqualTo(sent(NullValue.NULL));
        assertThat(sent(ListValue.of(Undefined.UNDEFINED))).isEqualTo(sent(ListValue.of(NullValue.NULL)));
        assertThat(sent(ObjectValue.of(Map.of("a", Undefined.UNDEFINED)))).isEqualTo(sent(ObjectValue.EMPTY));
        assertThat(sent(new NumberValue(-0.0))).isEqualTo(sent(NumberValue.ZERO));
    }

    /** The one difference: JSON can escape half a pair of surrogates, UTF-8 cannot say it. */
    @Test
    void encode_loneSurrogate_isTheReplacementCharacter() throws Exception {
        assertThat(sent(new StringValue("a\ud800b"))).isEqualTo(sent(new StringValue("a\ufffdb")));
    }

    @Test
    void decode_bounds_areThoseOfJson() {
        FrameBounds bounds = new FrameBounds(1 << 20, 4, 6);
        assertThatCode(() -> MessageDecoder.decode(event("[[[0,1,2,3,4,5]]]"), bounds))
                .doesNotThrowAnyException();
        for (String arguments : List.of("[[[[]]]]", "[0,1,2,3,4,5,6]", "[{\"a\":[[1]]}]")) {
            BadMessageException refusal = refusal(event(arguments), bounds);
            BadMessageException inJson = catchThrowableOfType(
                    BadMessageException.class, () -> new ClientFrame(json(arguments)).read(Dialect.V1, bounds));

            assertThat(refusal.answer()).as(arguments).isEqualTo(inJson.answer());
        }
    }

    /** The head of a list, map or text that says more than any memory holds, and hardly anything behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9a80000000",
                "9b7fffffffffffffff",
                "ba80000000",
                "bb00000000ffffffff",
                "7a7fffffff",
                "7b7fffffffffffffff",
                "a17a7fffffff",
                "9bffffffffffffffff"
            })
    @Timeout(5)
    void decode_hugeLength_isRefusedBeforeAnythingIsMade(String hex) {
        for (int i = 0; i < 100; i++) {
            assertThat(refusal(HexFormat.of().parseHex(hex + "616101"), FrameBounds.standard())
                            .code())
                    .isEqualTo(ErrorCode.BAD_JSON);
        }
    }

    @Test
    @Timeout(5)
    void decode_bottomless_isRefusedAtOnce() {
        for (int head : new int[] {0x81, 0x9F, 0xC1, 0xBF}) {
            byte[] frame = new byte[1 << 20];
            Arrays.fill(frame, (byte) head);
            assertThat(refusal(frame, FrameBounds.standard()).code()).isEqualTo(ErrorCode.BAD_JSON);
        }
    }

    @Test
    void decode_everyPrefixOfAMessage_isRefused() {
        byte[] whole = event("[1.5,\"ä€😀\",{\"a\":[true,null]}]");
        for (int length = 0; length < whole.length; length++) {
            assertThat(refusal(Arrays.copyOf(whole, length), FrameBounds.standard())
                            .code())
                    .isEqualTo(ErrorCode.BAD_JSON);
        }
    }

    @Test
    void decode_refusedEvent_tellsWhichOne() {
        JsonObject event =
                Transcript.json("{\"type\":\"event\",\"sub\":3,\"id\":9}").asJsonObject();
        BadMessageException refusal = refusal(Binary.of(event), FrameBounds.standard());

        assertThat(refusal.answer().sub()).isEqualTo(3);
        assertThat(refusal.answer().id()).isEqualTo(9);
    }

    @Test
    void body_sentToMany_isTheirsToRead() {
        var body = ENCODER.body("e", 1, Map.of("a", NumberValue.ZERO));
        var update = new ServerMessage.Update(1, body, Map.of(), List.of(), List.of());
        ByteBuffer first = ENCODER.frame(Dialect.V1_CBOR, update).bytes();

        assertThat(ENCODER.frame(Dialect.V1_CBOR, update).bytes()).isEqualTo(first);
        assertThat(first.get()).isEqualTo((byte) 0xA5);
        assertThat(ENCODER.frame(Dialect.V1_CBOR, update).bytes().get()).isEqualTo((byte) 0xA5);
    }

    private static BadMessageException refusal(byte[] frame, FrameBounds bounds) {
        BadMessageException refusal =
                catchThrowableOfType(BadMessageException.class, () -> MessageDecoder.decode(frame, bounds));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static JsonObject sent(Value data) throws BadMessageException {
        return Binary.tree(ENCODER.frame(Dialect.V1_CBOR, new ServerMessage.Event(1, "e", data)));
    }

    private static String json(String arguments) {
        return "{\"type\":\"event\",\"sub\":1,\"id\":1,\"handler\":\"h\",\"args\":" + arguments + "}";
    }

    private static byte[] event(String arguments) {
        return Binary.of(Transcript.json(json(arguments)).asJsonObject());
    }
}
