package io.hjx.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Operation;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.Pointer;
import io.hjx.runtime.protocol.ServerMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranscriptTest {
    private static final JsonFrameEncoder ENCODER = new JsonFrameEncoder();
    private static final EncodedBody BODY = ENCODER.body("e1", 8, Map.of("count", number(1)));
    private static final Patch PATCH = new Patch(List.of(
            new Operation.Add(Pointer.parse("/items/0"), number(1)),
            new Operation.Move(new Pointer(List.of("b")), new Pointer(List.of("1:/a"))),
            new Operation.Remove(new Pointer(List.of("c")))));
    private static final EncodedBody PATCHED = ENCODER.body("e1", 8, PATCH);
    private static final CborFrameEncoder CBOR = new CborFrameEncoder();
    private static final Map<EncodedBody, EncodedBody> IN_CBOR = Map.of(
            BODY, CBOR.body("e1", 8, Map.of("count", number(1))),
            PATCHED, CBOR.body("e1", 8, PATCH));
    private static final Diagnostic UNKNOWN =
            Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, new SourceFile("a.hjx", "x: y\n"), new Span(3, 4), "y");
    private static final SiteRef PLACE = new SiteRef(2, List.of(), List.of());

    private static final Map<String, Object> PLAIN = Map.ofEntries(
            Map.entry("first state", new ServerMessage.PlainUpdate(null, Map.of("count", number(0)))),
            Map.entry("first state at the root", new ServerMessage.PlainUpdate(null, Map.of("count", number(0)))),
            Map.entry(
                    "state of another component",
                    new ServerMessage.PlainUpdate(new Target("Board", "sales"), Map.of("open", BooleanValue.TRUE))),
            Map.entry(
                    "state of another component without key",
                    new ServerMessage.PlainUpdate(new Target("Counter", ""), Map.of("count", number(2)))),
            Map.entry(
                    "state of another component at the root",
                    new ServerMessage.PlainUpdate(new Target("Board", "sales"), Map.of("open", BooleanValue.TRUE))),
            Map.entry(
                    "broadcast in another component",
                    new ServerMessage.PlainEvent(new Target("Board", "sales"), "notification", NullValue.NULL)),
            Map.entry(
                    "broadcast",
                    new ServerMessage.PlainEvent(null, "notification", object("text", new StringValue("Saved")))),
            Map.entry("error", new ServerMessage.Failure(null, null, "unknown-handler", "Nobody handles `fly`.", null)),
            Map.entry(
                    "error with its place",
                    new ServerMessage.Failure(null, null, "handler-failed", "`x` is unknown.", "counter.hjx:3:5")),
            Map.entry("error about inputs", invalid(null, null)),
            Map.entry("event", new ClientMessage.PlainEvent(null, "increment", List.of())),
            Map.entry("event without arguments", new ClientMessage.PlainEvent(null, "increment", List.of())),
            Map.entry(
                    "invoke",
                    new ClientMessage.PlainEvent(
                            null, "add", List.of(number(1), new StringValue("two"), object("three", number(3))))),
            Map.entry("invoke at the root", new ClientMessage.PlainEvent(null, "increment", List.of())),
            Map.entry(
                    "event of another component",
                    new ClientMessage.PlainEvent(new Target("Board", "sales"), "close", List.of())),
            Map.entry("subscribe", new ClientMessage.PlainSubscribe(new Target("Counter", ""))),
            Map.entry("subscribe with key", new ClientMessage.PlainSubscribe(new Target("Board", "sales"))),
            Map.entry("unsubscribe", new ClientMessage.PlainUnsubscribe(new Target("Counter", ""))),
            Map.entry("unsubscribe with key", new ClientMessage.PlainUnsubscribe(new Target("Board", "sales"))),
            Map.entry("unsubscribe from the instance of the address", new ClientMessage.PlainUnsubscribe(null)),
            Map.entry(
                    "set",
                    new ClientMessage.PlainSet(
                            null, Map.of("name", new StringValue("Ann"), "form.agreed", BooleanValue.TRUE))),
            Map.entry(
                    "set in another component",
                    new ClientMessage.PlainSet(new Target("Board", "sales"), Map.of("name", new StringValue("Ann")))),
            Map.entry("unknown fields", new ClientMessage.PlainEvent(null, "increment", List.of())));

    private static final Map<String, Object> V1 = Map.ofEntries(
            Map.entry("hello", new ClientMessage.Hello("c1", "t1")),
            Map.entry("first hello", new ClientMessage.Hello(null, null)),
            Map.entry(
                    "welcome", new ServerMessage.Welcome("c1", "t1", 30_000, new ServerMessage.Limits(65_536, 64, 32))),
            Map.entry("subscribe", new ClientMessage.Subscribe(1, "Counter", "", null)),
            Map.entry(
                    "subscribe again",
                    new ClientMessage.Subscribe(1, "Board", "sales", new ClientMessage.Since("e1", 7))),
            Map.entry(
                    "snapshot",
                    new ServerMessage.Snapshot(
                            1,
                            "e1",
                            7,
                            Map.of("messages", ListValue.of(new StringValue("hi"))),
                            Map.of("text", StringValue.EMPTY),
                            "/assets/c/abc/Chat.js")),
            Map.entry("unsubscribe", new ClientMessage.Unsubscribe(1)),
            Map.entry("event by name", new ClientMessage.Event(1, 4, "add", List.of(number(5)))),
            Map.entry(
                    "event by site",
                    new ClientMessage.SiteEvent(
                            1,
                            5,
                            new SiteRef(
                                    3,
                                    List.of(new UseKey(2, "a%2Cb")),
                                    List.of(new ItemKey("todo", "t1", false), new ItemKey("tag", "0", true))),
                            7,
                            object("type", new StringValue("click")),
                            object("id", new StringValue("x")))),
            Map.entry(
                    "event by site without details",
                    new ClientMessage.SiteEvent(
                            1, 6, new SiteRef(0, List.of(), List.of()), 0, Undefined.UNDEFINED, Undefined.UNDEFINED)),
            Map.entry("bind", new ClientMessage.Bind(1, 7, PLACE, 8, new StringValue("Ann"))),
            Map.entry("bind to nothing", new ClientMessage.Bind(1, 8, PLACE, 8, NullValue.NULL)),
            Map.entry("ping", new ClientMessage.Ping()),
            Map.entry("pong", new ServerMessage.Pong()),
            Map.entry("update of state", new ServerMessage.Update(1, BODY, Map.of(), List.of(), List.of())),
            Map.entry("update with a patch", new ServerMessage.Update(1, PATCHED, Map.of(), List.of(4L), List.of())),
            Map.entry(
                    "update of everything",
                    new ServerMessage.Update(
                            2,
                            BODY,
                            Map.of("text", StringValue.EMPTY),
                            List.of(4L, 5L),
                            List.of(new ServerMessage.NamedEvent("saved", object("n", number(1)), 12)))),
            Map.entry(
                    "update of local names alone",
                    new ServerMessage.Update(1, null, Map.of("text", new StringValue("a")), List.of(9L), List.of())),
            Map.entry("ack", new ServerMessage.Ack(1, 4, "e1", 8)),
            Map.entry(
                    "error about an event",
                    new ServerMessage.Failure(4L, 1, "handler-failed", "`x` is unknown.", "counter.hjx:3:5")),
            Map.entry("error about inputs", invalid(4L, 1)),
            Map.entry(
                    "error about the connection",
                    new ServerMessage.Failure(null, null, "bad-json", "The message is not JSON.", null)),
            Map.entry("event to a subscription", new ServerMessage.Event(1, "notification", new StringValue("Saved"))),
            Map.entry("event to everybody", new ServerMessage.Event(null, "notification", NullValue.NULL)),
            Map.entry("reload", new ServerMessage.Reload(1, "/assets/c/def/Chat.js")),
            Map.entry("diagnostics", new ServerMessage.Faults(1, List.of(UNKNOWN))),
            Map.entry("diagnostics of a mended file", new ServerMessage.Faults(1, List.of())),
            Map.entry("closing", new ServerMessage.Closing("The server stops.", 1000)));

    static Stream<Transcript.Line> plain() {
        return Transcript.read("plain.jsonl").lines().stream();
    }

    static Stream<Transcript.Line> v1() {
        return Transcript.read("v1.jsonl").lines().stream();
    }

    static Stream<Transcript.Line> hostile() {
        return Transcript.read("hostile.jsonl").lines().stream();
    }

    @ParameterizedTest
    @MethodSource
    void plain(Transcript.Line line) throws Exception {
        agree(line, PLAIN.get(line.name()));
    }

    @ParameterizedTest
    @MethodSource
    void v1(Transcript.Line line) throws Exception {
        agree(line, V1.get(line.name()));
    }

    @ParameterizedTest
    @MethodSource("v1")
    void v1_inCbor(Transcript.Line line) throws Exception {
        Object message = V1.get(line.name());
        if (line.fromClient()) {
            byte[] frame = Binary.of(line.json().getJsonObject("message"));
            assertThat((Object) MessageDecoder.decode(frame, FrameBounds.standard()))
                    .isEqualTo(message);
            return;
        }
        Frame.Binary frame = CBOR.frame(Dialect.V1_CBOR, inCbor((ServerMessage) message));
        assertThat(Binary.tree(frame)).isEqualTo(Transcript.json(line.frame()));
    }

    private static ServerMessage inCbor(ServerMessage message) {
        return message instanceof ServerMessage.Update update && update.body() != null
                ? new ServerMessage.Update(
                        update.sub(), IN_CBOR.get(update.body()), update.local(), update.acks(), update.events())
                : message;
    }

    static Stream<Transcript.Line> hostileObjects() {
        return hostile().filter(line -> !line.exact() && line.dialect() == Dialect.V1);
    }

    @ParameterizedTest
    @MethodSource
    void hostileObjects(Transcript.Line line) {
        byte[] frame = Binary.of(line.json().getJsonObject("message"));
        BadMessageException refusal = catchThrowableOfType(
                BadMessageException.class, () -> MessageDecoder.decode(frame, FrameBounds.standard()));
        BadMessageException inJson =
                catchThrowableOfType(BadMessageException.class, () -> MessageDecoder.decode(Dialect.V1, line.frame()));

        assertThat(refusal.answer()).isEqualTo(inJson.answer());
    }

    @ParameterizedTest
    @MethodSource
    void hostile(Transcript.Line line) {
        BadMessageException refusal = catchThrowableOfType(
                BadMessageException.class, () -> MessageDecoder.decode(line.dialect(), line.frame()));

        assertThat(refusal).isNotNull();
        assertThat(refusal.code().wire()).isEqualTo(line.refused());
        assertThat(refusal.sentence()).matches("[A-Z].*\\.").hasSizeLessThan(200);
    }

    @Test
    void transcripts_complete() {
        assertThat(names(plain())).isEqualTo(PLAIN.keySet());
        assertThat(names(v1())).isEqualTo(V1.keySet());
    }

    @Test
    void transcripts_haveEveryMessage() {
        Set<Class<?>> shown = Stream.concat(PLAIN.values().stream(), V1.values().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(shown)
                .isEqualTo(Stream.of(ClientMessage.class, ServerMessage.class)
                        .flatMap(TranscriptTest::records)
                        .collect(Collectors.toSet()));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(TranscriptTest::records)
                : Stream.of(type);
    }

    private static Set<String> names(Stream<Transcript.Line> lines) {
        return lines.map(Transcript.Line::name).collect(Collectors.toSet());
    }

    private static void agree(Transcript.Line line, Object message) throws BadMessageException {
        if (line.fromClient()) {
            assertThat((Object) MessageDecoder.decode(line.dialect(), line.frame()))
                    .isEqualTo(message);
            return;
        }
        String frame = ENCODER.frame(line.dialect(), (ServerMessage) message).text();
        if (line.exact()) {
            assertThat(frame).isEqualTo(line.frame());
        }
        assertThat(Transcript.json(frame)).isEqualTo(Transcript.json(line.frame()));
    }

    private static ServerMessage invalid(Long id, Integer sub) {
        Map<String, String> fields = Map.of("form.title", "must not be blank");
        return new ServerMessage.Failure(id, sub, "invalid", "The title must not be blank.", null, fields);
    }

    private static Value number(double value) {
        return new NumberValue(value);
    }

    private static Value object(String key, Value value) {
        return ObjectValue.of(Map.of(key, value));
    }
}
