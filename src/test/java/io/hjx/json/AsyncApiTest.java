package io.hjx.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ErrorCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds {@code docs/asyncapi.yaml} to what the codecs read and write. */
class AsyncApiTest {

    private static final AsyncApi API = AsyncApi.read();

    /** Frames that are not as they are described, made of those that are, have one of these for a field. */
    private static final List<JsonValue> ODD = Stream.of(
                    "-1", "1.5", "0", "9007199254740992", "\"\"", "\"x\"", "true", "[]", "[1]", "[[1]]", "{}")
            .map(Transcript::json)
            .toList();

    static Stream<Transcript.Line> frames() {
        return Stream.of("v1.jsonl", "plain.jsonl", "messages.jsonl")
                .flatMap(file -> Transcript.read(file).lines().stream())
                .filter(line -> !line.json().containsKey("refused"));
    }

    static Stream<Transcript.Line> clientFrames() {
        return frames().filter(Transcript.Line::fromClient);
    }

    /** Those that are JSON at all, and an object without a field twice. */
    static Stream<Transcript.Line> refusedFrames() {
        return Stream.of("hostile.jsonl", "messages.jsonl")
                .flatMap(file -> Transcript.read(file).lines().stream())
                .filter(line -> line.json().containsKey("refused") && !line.exact());
    }

    @ParameterizedTest
    @MethodSource
    void frames(Transcript.Line line) {
        assertThat(API.like(described(line), Transcript.json(line.frame()))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void refusedFrames(Transcript.Line line) {
        assertThat(API.like(described(line), Transcript.json(line.frame()))).isEmpty();
        assertThat(isRead(line, line.frame())).isFalse();
    }

    /** What is described is read, and in live dialects nothing else: an error of a source is taken without its code. */
    @ParameterizedTest
    @MethodSource("clientFrames")
    void mutations_areReadWhereTheyAreDescribed(Transcript.Line line) {
        for (JsonObject mutation : mutations(Transcript.json(line.frame()).asJsonObject())) {
            boolean read = isRead(line, mutation.toString());
            boolean described = !API.like(described(line), mutation).isEmpty();
            if (channel(line).equals("messages")) {
                assertThat(read || !described).as("%s", mutation).isTrue();
            } else {
                assertThat(described).as("%s", mutation).isEqualTo(read);
            }
        }
    }

    private static List<JsonObject> mutations(JsonObject frame) {
        List<JsonObject> mutations = new ArrayList<>();
        for (String field : frame.keySet()) {
            mutations.add(Json.createObjectBuilder(frame).remove(field).build());
            ODD.forEach(value -> mutations.add(
                    Json.createObjectBuilder(frame).add(field, value).build()));
        }
        return mutations;
    }

    @ParameterizedTest
    @CsvSource({"live,V1", "plain,PLAIN", "root,PLAIN_ROOT"})
    void types_read_areThoseDescribed(String channel, Dialect dialect) throws IllegalAccessException {
        Set<String> described = API.types(API.read(channel)).collect(Collectors.toSet());
        Set<String> words = new TreeSet<>(described);
        for (Field word : ProtocolKeys.class.getDeclaredFields()) {
            if (word.getType() == String.class) {
                words.add((String) word.get(null));
            }
        }

        assertThat(words.stream().filter(word -> isKnown(dialect, word)))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    private static boolean isKnown(Dialect dialect, String type) {
        try {
            MessageDecoder.decode(dialect, "{\"type\":\"" + type + "\"}");
            return true;
        } catch (BadMessageException incomplete) {
            return incomplete.code() != ErrorCode.UNKNOWN_TYPE;
        }
    }

    /** The transcripts have every message that can be written; {@code TranscriptTest} holds them to that. */
    @ParameterizedTest
    @ValueSource(strings = {"live", "plain", "root", "messages"})
    void types_written_areThoseDescribed(String channel) {
        Set<String> written = frames().filter(line -> !line.fromClient() && sameKind(channel(line), channel))
                .map(line -> Transcript.json(line.frame()).asJsonObject().get("type"))
                .filter(JsonString.class::isInstance)
                .map(type -> ((JsonString) type).getString())
                .collect(Collectors.toSet());
        Set<String> described = API.types(API.written(channel)).collect(Collectors.toSet());

        assertThat(written).containsAll(described);
        if (channel.equals("live")) {
            assertThat(described).containsAll(written);
        }
    }

    private static boolean sameKind(String one, String other) {
        return one.equals(other) || (one.equals("plain") && other.equals("root"));
    }

    @Test
    void fields_describedAreThoseOfTheFrames() {
        Map<String, Set<String>> seen = new TreeMap<>();
        frames().filter(line -> !line.name().equals("unknown fields")).forEach(line -> {
            JsonObject frame = Transcript.json(line.frame()).asJsonObject();
            API.like(described(line), frame)
                    .forEach(name ->
                            seen.computeIfAbsent(name, first -> new HashSet<>()).addAll(frame.keySet()));
        });

        Set<String> framed = new TreeSet<>(API.messages());
        framed.remove("text");
        assertThat(seen.keySet()).isEqualTo(framed);
        assertThat(seen)
                .allSatisfy((name, fields) -> assertThat(API.fields(name)).isEqualTo(fields));
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "plain", "root", "messages", "text"})
    void operations_nameWhatTheirChannelHas(String channel) {
        assertThat(Stream.concat(API.read(channel).stream(), API.written(channel).stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(API.inChannel(channel));
    }

    @Test
    void codes_areThoseOfTheServer() {
        assertThat(API.codes())
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).toList());
    }

    private static List<String> described(Transcript.Line line) {
        return line.fromClient() ? API.read(channel(line)) : API.written(channel(line));
    }

    private static String channel(Transcript.Line line) {
        return switch (line.json().getString("dialect")) {
            case "v1" -> "live";
            case "plain-root" -> "root";
            default -> line.json().getString("dialect");
        };
    }

    private static boolean isRead(Transcript.Line line, String frame) {
        try {
            if (channel(line).equals("messages")) {
                new ClientFrame(frame).envelope(FrameBounds.standard());
            } else {
                MessageDecoder.decode(line.dialect(), frame);
            }
            return true;
        } catch (BadMessageException refused) {
            return false;
        }
    }
}
