package io.hjx.runtime;

import static io.hjx.runtime.fixture.FakeBehavior.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.json.JsonFrameEncoder;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.fixture.FakeBehavior;
import io.hjx.runtime.fixture.LineEncoder;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Since;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.ServerMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What changes of large values cost on the wire, in real frames, and that clients end with the server's state. */
class PatchWireTest {

    private final LiveFixture live = LiveFixture.of(new FakeBehavior("Board")
            .state("messages", rows(10_000))
            .state("rows", rows(1_000))
            .state("count", number(0))
            .state("hidden", rows(100))
            .unseen("hidden")
            .handler("send", edit("messages", list -> list.plus(row(list.size(), "Hello, everybody"))))
            .handler("edit", edit("rows", list -> list.with(500, text(list.get(500), "done"))))
            .handler("again", edit("rows", list -> list.with(500, text(list.get(500), "again"))))
            .handler("move", edit("rows", list -> moved(list, 10, 900)))
            .handler("remove", edit("rows", list -> without(list, 3)))
            .handler("clear", edit("rows", list -> ListValue.EMPTY))
            .handler("hide", edit("hidden", list -> without(list, 0)))
            .handler("both", (arguments, state, effects) -> {
                FakeBehavior.add(state, "count", 1);
                state.setShared("rows", without((ListValue) state.shared("rows"), 3));
            }));

    PatchWireTest() {
        live.encoder = new JsonEncoder();
    }

    /** Frames as they are sent. */
    private static final class JsonEncoder extends LineEncoder {

        private final JsonFrameEncoder json = new JsonFrameEncoder();

        @Override
        public EncodedBody body(String epoch, long version, Map<String, Value> state) {
            super.body(epoch, version, Map.of());
            return json.body(epoch, version, state);
        }

        @Override
        public EncodedBody body(String epoch, long version, Patch patch) {
            super.body(epoch, version, Map.of());
            return json.body(epoch, version, patch);
        }

        @Override
        public Frame frame(Dialect dialect, ServerMessage message) {
            return json.frame(dialect, message);
        }
    }

    private static FakeBehavior.Handler edit(String name, UnaryOperator<ListValue> change) {
        return (arguments, state, effects) -> state.setShared(name, change.apply((ListValue) state.shared(name)));
    }

    private static ListValue rows(int count) {
        return ListValue.of(
                IntStream.range(0, count).mapToObj(i -> row(i, "row " + i)).toList());
    }

    private static ObjectValue row(int id, String text) {
        return ObjectValue.EMPTY
                .with("id", NumberValue.of(id))
                .with("author", new StringValue("Ann"))
                .with("text", new StringValue(text));
    }

    private static Value text(Value row, String text) {
        return ((ObjectValue) row).with("text", new StringValue(text));
    }

    private static ListValue moved(ListValue list, int from, int to) {
        List<Value> items = new ArrayList<>(list.items());
        items.add(to, items.remove(from));
        return ListValue.of(items);
    }

    private static ListValue without(ListValue list, int position) {
        List<Value> items = new ArrayList<>(list.items());
        items.remove(position);
        return ListValue.of(items);
    }

    /** A client that does what frames say. */
    private final class Mirror {

        final LiveFixture.Peer peer;
        final List<String> frames = new ArrayList<>();
        ObjectValue state = ObjectValue.EMPTY;
        String epoch = "";
        long version = -1;

        Mirror(Since since, ObjectValue known) {
            peer = live.v1();
            peer.heard();
            state = known;
            peer.say(new ClientMessage.Subscribe(1, "Board", "", since));
        }

        Mirror hear() {
            frames.clear();
            for (String frame : peer.heard()) {
                frames.add(frame);
                ObjectValue message = (ObjectValue) Json.parse(frame);
                if (message.has("version") && !message.get("type").equals(new StringValue("ack"))) {
                    take(message);
                }
            }
            return this;
        }

        private void take(ObjectValue message) {
            long next = (long) ((NumberValue) message.get("version")).value();
            assertThat(next).isGreaterThan(version);
            version = next;
            epoch = ((StringValue) message.get("epoch")).value();
            if (message.get("state") instanceof ObjectValue names) {
                names.properties().forEach((name, value) -> state = state.with(name, value));
            } else {
                state = (ObjectValue) Patch.of(message.get("patch")).apply(state);
            }
        }

        String onlyFrame() {
            assertThat(frames).hasSize(1);
            return frames.get(0);
        }

        Since since() {
            return new Since(epoch, version);
        }
    }

    private Mirror mirror() {
        Mirror mirror = new Mirror(null, ObjectValue.EMPTY).hear();
        assertThat(mirror.onlyFrame()).startsWith("{\"type\":\"snapshot\"").doesNotContain("hidden");
        return mirror;
    }

    /** The state of somebody who comes now. */
    private ObjectValue truth() {
        return mirror().state;
    }

    private static int bytes(String frame) {
        return frame.getBytes(StandardCharsets.UTF_8).length;
    }

    private void acts(String... handlers) {
        LiveFixture.Peer actor = live.v1().subscribe(1, "Board");
        for (int id = 0; id < handlers.length; id++) {
            actor.event(1, id + 1, handlers[id]);
        }
    }

    private String frameOf(String handler) {
        Mirror ann = mirror();
        acts(handler);
        String frame = ann.hear().onlyFrame();
        assertThat(ann.state).isEqualTo(truth());
        return frame;
    }

    @Test
    void append_toAListOf10000_costsOneMessage() {
        assertThat(bytes(frameOf("send"))).isLessThan(300);
    }

    @Test
    void oneFieldOfOneRowIn1000_costsThatField() {
        assertThat(bytes(frameOf("edit"))).isLessThan(200);
    }

    @Test
    void move_costsTwoPlaces() {
        String frame = frameOf("move");
        assertThat(bytes(frame)).isLessThan(200);
        assertThat(frame).contains("\"op\":\"move\"");
    }

    @Test
    void removal_costsOnePlace() {
        String frame = frameOf("remove");
        assertThat(bytes(frame)).isLessThan(200);
        assertThat(frame).contains("\"op\":\"remove\"");
    }

    @Test
    void severalNames_shareOnePatch() {
        String frame = frameOf("both");
        assertThat(frame)
                .contains("{\"op\":\"add\",\"path\":\"/count\",\"value\":1}")
                .doesNotContain("\"state\"");
        assertThat(bytes(frame)).isLessThan(250);
    }

    @Test
    void whole_whereThatIsShorter_isSent() {
        assertThat(frameOf("clear")).contains("\"state\":{\"rows\":[]}");
    }

    @Test
    void names_thatNoLayoutReads_areNotInPatches() {
        Mirror ann = mirror();
        acts("hide");
        assertThat(ann.hear().frames).isEmpty();
        ann.peer.transport.stall();
        acts("remove", "hide", "send");
        ann.peer.transport.flow();
        assertThat(String.join("", ann.hear().frames)).contains("\"patch\"").doesNotContain("hidden");
        assertThat(ann.state.properties()).containsOnlyKeys("messages", "rows", "count");
    }

    @Test
    void body_ofAPatch_isEncodedOnceForAll() {
        List<Mirror> all = IntStream.range(0, 20).mapToObj(i -> mirror()).toList();
        int before = live.encoder.bodies();
        acts("send");
        all.forEach(one -> assertThat(one.hear().onlyFrame()).contains("\"patch\""));
        assertThat(live.encoder.bodies() - before).isEqualTo(1);
    }

    @Test
    void client_thatIsSeveralVersionsBehind_getsOnePatch() {
        Mirror slow = mirror();
        slow.peer.transport.stall();
        acts("edit", "send", "remove", "move", "again", "send", "remove", "both");
        slow.peer.transport.flow();
        slow.hear();
        assertThat(slow.frames).hasSize(2).allSatisfy(frame -> assertThat(frame).contains("\"patch\""));
        assertThat(slow.frames.get(1)).doesNotContain("done");
        assertThat(slow.state).isEqualTo(truth());
    }

    @Test
    void client_thatResumes_getsOnePatchOfWhatItMissed() {
        Mirror ann = mirror();
        acts("edit");
        ann.hear();
        ann.peer.client.closed();
        live.run();
        acts("send", "remove", "send", "move", "again");
        Mirror back = new Mirror(ann.since(), ann.state).hear();
        assertThat(back.onlyFrame()).contains("\"patch\"");
        assertThat(bytes(back.onlyFrame())).isLessThan(600);
        assertThat(back.state).isEqualTo(truth());
    }

    @Test
    void client_fromAVersionThatNobodyWasSent_getsWholeNames() {
        Mirror ann = mirror();
        LiveFixture.Peer actor = live.v1().subscribe(1, "Board");
        for (int id = 1; id <= 4; id++) {
            actor.tell(new ClientMessage.Event(1, id, "remove", List.of()));
        }
        live.run();
        ann.hear();
        assertThat(ann.onlyFrame()).contains("\"patch\"");
        Mirror odd = new Mirror(new Since(ann.epoch, ann.version - 2), ObjectValue.EMPTY).hear();
        assertThat(odd.onlyFrame()).contains("\"state\":{\"rows\"");
    }

    @Test
    void client_fromBeforeWhatIsRemembered_getsWholeNames() {
        Mirror ann = mirror();
        for (int i = 0; i < 40; i++) {
            acts("send");
        }
        Mirror back = new Mirror(ann.since(), ann.state).hear();
        assertThat(back.onlyFrame()).startsWith("{\"type\":\"update\"").contains("\"state\":{\"messages\"");
        assertThat(back.state).isEqualTo(truth());
        Mirror soon = new Mirror(new Since(ann.epoch, 30), ObjectValue.EMPTY);
        assertThat(soon.peer.heard()).singleElement().asString().contains("\"patch\"");
    }

    @Test
    void plainClients_getWholeValues() {
        var plain = live.plainDelta("Board");
        plain.heard();
        acts("remove");
        assertThat(plain.heard()).singleElement().asString().startsWith("{\"type\":\"update\",\"state\":{\"rows\":[");
    }
}
