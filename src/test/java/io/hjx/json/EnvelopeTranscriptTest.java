package io.hjx.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hjx.messages.Envelope;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The message server's frames by example. */
class EnvelopeTranscriptTest {

    private static final JsonMessageCodec CODEC = new JsonMessageCodec();

    private static final Map<String, Object> FRAMES = Map.ofEntries(
            Map.entry("welcome", CODEC.message("welcome", CODEC.write(Map.of("token", "t1")), null)),
            Map.entry("message", new Envelope.Message("reading", "1", "{\"celsius\":21.5}")),
            Map.entry("message with a name for an id", new Envelope.Message("reading", "\"a-1\"", "null")),
            Map.entry("message without payload and id", new Envelope.Message("reading", null, null)),
            Map.entry("message of the application", CODEC.message("measure", "[1]", "\"s1\"")),
            Map.entry("message of the application without payload and id", CODEC.message("measure", null, null)),
            Map.entry("reply of the application", CODEC.reply("1", "{\"stored\":true}")),
            Map.entry("reply without payload", CODEC.reply("\"a-1\"", null)),
            Map.entry("reply of a client", new Envelope.Reply("\"s1\"", "{\"celsius\":21.6}")),
            Map.entry("reply of a client without payload", new Envelope.Reply("\"s1\"", null)),
            Map.entry("refusal of the application", CODEC.failure("1", "too-cold", "Nothing is that cold.")),
            Map.entry("error about no message", CODEC.failure(null, "bad-json", "The message is not JSON.")),
            Map.entry("refusal of a client", new Envelope.Failure("\"s1\"", "broken", "There is no sensor.")),
            Map.entry(
                    "error of a client about no message",
                    new Envelope.Failure(null, "bad-message", "That is no message.")),
            Map.entry("unknown fields", new Envelope.Message("reading", null, null)));

    static Stream<Transcript.Line> frames() {
        return Transcript.read("messages.jsonl").lines().stream().filter(line -> !isRefused(line));
    }

    static Stream<Transcript.Line> refused() {
        return Transcript.read("messages.jsonl").lines().stream().filter(EnvelopeTranscriptTest::isRefused);
    }

    private static boolean isRefused(Transcript.Line line) {
        return line.json().containsKey("refused");
    }

    @ParameterizedTest
    @MethodSource
    void frames(Transcript.Line line) throws BadMessageException {
        Object expected = FRAMES.get(line.name());
        if (line.fromClient()) {
            assertThat((Object) read(line)).isEqualTo(expected);
        } else {
            assertThat(Transcript.json((String) expected)).isEqualTo(Transcript.json(line.frame()));
        }
    }

    @ParameterizedTest
    @MethodSource
    void refused(Transcript.Line line) {
        BadMessageException refusal = catchThrowableOfType(BadMessageException.class, () -> read(line));

        assertThat(refusal.code().wire()).isEqualTo(line.refused());
    }

    @Test
    void frames_complete() {
        assertThat(frames().map(Transcript.Line::name)).containsExactlyInAnyOrderElementsOf(FRAMES.keySet());
    }

    private static Envelope read(Transcript.Line line) throws BadMessageException {
        return new ClientFrame(line.frame()).envelope(FrameBounds.standard());
    }
}
