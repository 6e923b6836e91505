package io.hjx.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MessageDecoderTest {
    private final JsonFrameEncoder encoder = new JsonFrameEncoder();

    @Test
    void decode_loneSurrogates_survive() throws Exception {
        Value argument = argument("\"a\\ud800b\\udc00\"");

        assertThat(argument).isEqualTo(new StringValue("a\ud800b\udc00"));
        assertThat(frameOf(argument)).contains("\"a\\ud800b\\udc00\"");
    }

    @Test
    void decode_pairOfSurrogates_staysAsItIs() throws Exception {
        Value argument = argument("\"\\ud83d\\ude00\"");

        assertThat(frameOf(argument)).contains("\"\ud83d\ude00\"");
    }

    @Test
    void decode_keyOrder_isKept() throws Exception {
        ObjectValue argument = (ObjectValue) argument("{\"z\":1,\"a\":2,\"__proto__\":3}");

        assertThat(argument.properties().keySet()).containsExactly("z", "a", "__proto__");
    }

    @Test
    void decode_numbers_areDoubles() throws Exception {
        ListValue argument = (ListValue) argument("[1, -0.5, 1e21, 1e400, 12345678901234567890]");

        assertThat(argument.items())
                .containsExactly(
                        new NumberValue(1),
                        new NumberValue(-0.5),
                        new NumberValue(1e21),
                        new NumberValue(Double.POSITIVE_INFINITY),
                        new NumberValue(1.2345678901234567e19));
    }

    @Test
    void decode_deepest_isAccepted() throws Exception {
        assertThat(argument("[".repeat(30) + "]".repeat(30))).isInstanceOf(ListValue.class);
    }

    @Test
    void read_tooDeepOrWide_isRefused() throws Exception {
        FrameBounds bounds = new FrameBounds(1 << 20, 4, 3);

        assertThat(read("{\"type\":\"event\",\"handler\":\"h\",\"args\":[[[1,2,3]]]}", bounds))
                .isInstanceOf(ClientMessage.PlainEvent.class);
        assertThat(refusal("{\"type\":\"event\",\"handler\":\"h\",\"args\":[[[[]]]]}", bounds))
                .hasMessage("A message may be nested 4 deep, not deeper.");
        assertThat(refusal("{\"type\":\"event\",\"handler\":\"h\",\"args\":[1,2,3,4]}", bounds))
                .hasMessage("An object or list of a message may have 3 members, not more.");
        assertThat(refusal("{\"a\":1,\"b\":2,\"c\":[\",,,,\"],\"d\":4}", bounds).code())
                .isEqualTo(ErrorCode.BAD_JSON);
    }

    @Test
    void read_manyShallowLists_countEachByItself() throws Exception {
        String lists = "[1,2,3],".repeat(2) + "[1,2,3]";

        assertThat(read(
                        "{\"type\":\"event\",\"handler\":\"h\",\"args\":[" + lists + "]}",
                        new FrameBounds(1 << 20, 4, 3)))
                .isInstanceOf(ClientMessage.PlainEvent.class);
    }

    @Test
    void decode_widest_isAcceptedAndNoneWider() throws Exception {
        assertThat(argument("[" + "0,".repeat(9_999) + "0]")).isInstanceOf(ListValue.class);
        assertThat(refusal("[" + "0,".repeat(10_000) + "0]").code()).isEqualTo(ErrorCode.BAD_JSON);
    }

    @Test
    @Timeout(5)
    void decode_bottomlessText_isRefusedAtOnce() {
        assertThat(refusal("[".repeat(1_000_000)).code()).isEqualTo(ErrorCode.BAD_JSON);
        assertThat(refusal("{\"a\":".repeat(200_000)).code()).isEqualTo(ErrorCode.BAD_JSON);
        assertThat(refusal("\"" + "\\\"".repeat(500_000)).code()).isEqualTo(ErrorCode.BAD_JSON);
        assertThat(refusal("{\"type\":" + "9".repeat(60_000) + "}").code())
                .satisfies(code -> assertThat(code.wire()).startsWith("bad-"));
    }

    @Test
    void decode_sentence_quotesNoLongWords() {
        BadMessageException refusal = refusal("{\"type\":\"" + "x".repeat(10_000) + "\"}");

        assertThat(refusal.code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
        assertThat(refusal.sentence()).hasSizeLessThan(200);
    }

    @Test
    void decode_refusedEvent_tellsWhichOne() {
        BadMessageException refusal = catchThrowableOfType(
                BadMessageException.class,
                () -> MessageDecoder.decode(Dialect.V1, "{\"type\":\"event\",\"sub\":3,\"id\":9}"));

        assertThat(refusal.answer().sub()).isEqualTo(3);
        assertThat(refusal.answer().id()).isEqualTo(9);
    }

    @Test
    void length_isInUtf8() throws Exception {
        String text = "{\"a\":\"ä€😀\"}";

        assertThat(new ClientFrame(text).length()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void encode_undefined_isNullAtTheTopAndLeftOutBelow() {
        Value undefined = io.hjx.lang.value.Undefined.UNDEFINED;
        ServerMessage update = new ServerMessage.PlainUpdate(null, Map.of("a", ObjectValue.of(Map.of("b", undefined))));

        assertThat(encoder.frame(Dialect.PLAIN, update).text()).isEqualTo("{\"type\":\"update\",\"state\":{\"a\":{}}}");
        assertThat(encoder.frame(Dialect.PLAIN, new ServerMessage.PlainUpdate(null, Map.of("a", undefined)))
                        .text())
                .isEqualTo("{\"type\":\"update\",\"state\":{\"a\":null}}");
    }

    @Test
    void encode_markupAndControls_areData() {
        String text = "</script>\u0000\n\"\\\u2028";
        ServerMessage event = new ServerMessage.PlainEvent(null, text, new StringValue(text));

        var json = Transcript.json(encoder.frame(Dialect.PLAIN, event).text()).asJsonObject();

        assertThat(json.getString("event")).isEqualTo(text);
        assertThat(json.getString("data")).isEqualTo(text);
    }

    private static BadMessageException refusal(String text) {
        return catchThrowableOfType(BadMessageException.class, () -> MessageDecoder.decode(Dialect.PLAIN, text));
    }

    private static ClientMessage read(String text, FrameBounds bounds) throws BadMessageException {
        return new ClientFrame(text).read(Dialect.PLAIN, bounds);
    }

    private static BadMessageException refusal(String text, FrameBounds bounds) {
        return catchThrowableOfType(BadMessageException.class, () -> read(text, bounds));
    }

    private static Value argument(String json) throws BadMessageException {
        ClientMessage message =
                MessageDecoder.decode(Dialect.PLAIN, "{\"type\":\"event\",\"handler\":\"h\",\"args\":[" + json + "]}");
        return ((ClientMessage.PlainEvent) message).arguments().get(0);
    }

    private String frameOf(Value value) {
        return encoder.frame(
                        Dialect.PLAIN, new ServerMessage.PlainUpdate(null, Map.of("v", ListValue.of(List.of(value)))))
                .text();
    }
}
