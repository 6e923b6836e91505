package io.hjx.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ServerMessage;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said, CBOR says what JSON says; and whatever bytes come, nothing but a refusal comes of them. */
class CborPropertyTest {

    private static final JsonFrameEncoder JSON = new JsonFrameEncoder();
    private static final CborFrameEncoder CBOR = new CborFrameEncoder();
    private static final double[] EDGES = {
        0,
        -0.0,
        1,
        -1,
        23,
        24,
        255,
        256,
        65_535,
        65_536,
        0xFFFFFFFFL,
        0x100000000L,
        9007199254740991.0,
        -9007199254740991.0,
        9007199254740992.0,
        1e21,
        -1e300,
        Double.MIN_VALUE,
        0.1,
        1.5,
        65_504.5,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY
    };

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void server_says_theSame(long seed) throws Exception {
        Random random = new Random(seed);
        Map<String, Value> state = values(random, 3);
        Map<String, Value> local = values(random, 1);
        var events = List.of(new ServerMessage.NamedEvent(text(random), value(random, 2), 1));
        for (ServerMessage[] both : new ServerMessage[][] {
            same(new ServerMessage.Snapshot(3, text(random), seed, state, local, "/m.js")),
            same(new ServerMessage.Event(null, text(random), value(random, 4))),
            {
                new ServerMessage.Update(1, JSON.body("e", seed, state), local, List.of(seed, 70_000L), events),
                new ServerMessage.Update(1, CBOR.body("e", seed, state), local, List.of(seed, 70_000L), events)
            }
        }) {
            assertThat(Binary.tree(CBOR.frame(Dialect.V1_CBOR, both[1])))
                    .isEqualTo(Transcript.json(JSON.frame(Dialect.V1, both[0]).text()));
        }
    }

    private static ServerMessage[] same(ServerMessage message) {
        return new ServerMessage[] {message, message};
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void client_isUnderstood_theSame(long seed) throws Exception {
        Random random = new Random(seed);
        var event = new ServerMessage.Event(1, "event", ListValue.of(value(random, 3), value(random, 2)));
        String text = JSON.frame(Dialect.V1, event)
                .text()
                .replace("\"sub\":1,", "\"sub\":1,\"id\":2,\"handler\":\"h\",")
                .replace("\"data\":", "\"args\":");
        JsonObject json = Transcript.json(text).asJsonObject();
        FrameBounds bounds = FrameBounds.standard();

        ClientMessage message = MessageDecoder.decode(Binary.of(json), bounds);

        assertThat(message).isEqualTo(MessageDecoder.decode(Dialect.V1, text));
    }

    /** A message with some of its bytes changed is another message, or none. */
    @ParameterizedTest
    @MethodSource("seeds")
    void damaged_isAMessageOrRefused(long seed) {
        Random random = new Random(seed);
        var event = new ServerMessage.Event(1, "event", value(random, 4));
        byte[] whole = Binary.bytes(CBOR.frame(Dialect.V1_CBOR, event).bytes());
        for (int round = 0; round < 50; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            decode(damaged);
        }
    }

    @Test
    void noise_isRefused() {
        Random random = new Random(1);
        int messages = 0;
        for (int round = 0; round < 100_000; round++) {
            byte[] noise = new byte[random.nextInt(40)];
            random.nextBytes(noise);
            messages += decode(noise) ? 1 : 0;
        }
        assertThat(messages).isZero();
    }

    /** Nothing but {@link BadMessageException} may come out. */
    private static boolean decode(byte[] frame) {
        try {
            MessageDecoder.decode(frame, FrameBounds.standard());
            return true;
        } catch (BadMessageException refused) {
            assertThat(refused.sentence()).isNotEmpty();
            return false;
        }
    }

    private static Map<String, Value> values(Random random, int depth) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = size(random); i > 0; i--) {
            values.put(text(random), value(random, depth));
        }
        return values;
    }

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> NullValue.NULL;
            case 1 -> BooleanValue.of(random.nextBoolean());
            case 2 -> new StringValue(text(random));
            case 3 -> new NumberValue(EDGES[random.nextInt(EDGES.length)]);
            case 4 -> new NumberValue(random.nextInt() / (random.nextBoolean() ? 1.0 : 64));
            case 5 -> random.nextInt(4) == 0 ? Undefined.UNDEFINED : new NumberValue(random.nextGaussian());
            case 6 -> ObjectValue.of(values(random, depth - 1));
            default -> list(random, depth - 1);
        };
    }

    private static ListValue list(Random random, int depth) {
        List<Value> items = new ArrayList<>();
        for (int i = size(random); i > 0; i--) {
            items.add(value(random, depth));
        }
        return ListValue.of(items);
    }

    /** Mostly small; now and then past what one byte counts. */
    private static int size(Random random) {
        return random.nextInt(15) == 0 ? 20 + random.nextInt(10) : random.nextInt(5);
    }

    /** Of all planes, without halves of pairs. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(8) == 0 ? 70 : 12); i > 0; i--) {
            int point = random.nextInt(new int[] {0x80, 0x800, 0x10000, 0x110000}[random.nextInt(4)]);
            text.appendCodePoint(Character.getType(point) == Character.SURROGATE ? 0xFEFF : point);
        }
        return text.toString();
    }
}
