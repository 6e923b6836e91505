package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.spi.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Components as they are written, compiled and run: the runtime and the language together. */
class CompiledComponentTest {

    private static final String TODO = """
            component Todo

            state:
              todos = [{id: "a", text: "milk", done: false}, {id: "b", text: "bread", done: false}]
              lines = ["one", "two"]

            secret:
              salt = "pssst"

            computed:
              open = todos.filter(t => !t.done).length
              mine = draft + "!"

            local:
              draft = ""

            layout:
              view:
                input(bind value <-> draft)
                for (t in todos key t.id):
                  button(on click -> toggle(t.id)): "{{t.text}}"
                for (line in lines):
                  button(on click -> cut(line)): "{{line}}"
                text: "{{open}} {{mine}}"

            handlers:
              toggle(id):
                for (t in todos):
                  if (t.id === id):
                    set t.done = !t.done
              cut(line):
                set lines = lines.filter(l => l !== line)
              broken:
                set todos = []
                set lines = nothing.here()
              tell:
                emit "told" open
                broadcast "told all" open
            """;

    private static final String DOOR = """
            component Door

            imports:
              Lamp from "./lamp.hjx"

            layout:
              view:
                h1: "Front"
                Lamp
            """;

    private static final String LAMP = """
            component Lamp

            state:
              lit = 0
              used = 0

            local:
              mine = 0

            layout:
              button (on click -> press): "{{lit}} {{used}} {{mine}}"

            handlers:
              press:
                set lit = 5
                set used = 6
                set mine = 7
            """;

    private final LiveFixture live = new LiveFixture();

    private static CompiledComponent compile(String text) {
        var compilation = HjxCompiler.compile(new SourceFile("todo.hjx", text), SourceLoader.none());
        assertThat(compilation.component()).as("%s", compilation.diagnostics()).isNotNull();
        return compilation.component();
    }

    private LiveFixture.Peer open() {
        live.compiled(compile(TODO.replace("nothing.here()", "lines.with(9, 1)")));
        return live.v1().subscribe(1, "Todo");
    }

    private static ClientMessage click(long id, int site, long version, ItemKey item) {
        SiteRef place = new SiteRef(site, List.of(), List.of(item));
        return new ClientMessage.SiteEvent(1, id, place, version, ObjectValue.EMPTY, ObjectValue.EMPTY);
    }

    @Test
    void snapshot_showsWhatTheLayoutReads() {
        assertThat(open().transport.last())
                .contains("open:2", "lines:[\"one\",\"two\"]", "draft:\"\"", "mine:\"!\"")
                .doesNotContain("pssst");
    }

    @Test
    void click_keyedItem_changesItAndWhatIsComputed() {
        var ann = open();
        ann.heard();
        ann.say(click(1, 1, 0, new ItemKey("t", "b", false)));
        assertThat(ann.heard())
                .singleElement()
                .asString()
                .startsWith("update #1 v1")
                .contains("path:\"/todos/1/done\",value:true", "path:\"/open\",value:1")
                .endsWith("acks[1]");
    }

    @Test
    void click_itemGoneOrMoved_isStale() {
        var ann = open();
        var bob = live.v1().subscribe(1, "Todo");
        ann.say(click(1, 2, 0, new ItemKey("line", "0", true)));
        assertThat(ann.transport.last()).contains("lines:[\"two\"]");
        bob.say(click(1, 2, 0, new ItemKey("line", "1", true)));
        bob.say(click(2, 1, 0, new ItemKey("t", "z", false)));
        assertThat(bob.heard()).endsWith("error #1 id1 stale-item", "error #1 id2 stale-item");
    }

    private static final String ROWS = """
            component Todo

            state:
              rows = [{text: "a"}, {text: "b"}, {text: "c"}]

            computed:
              others = rows.filter(r => r.text !== mine)

            local:
              mine = "a"

            layout:
              view:
                for (row in rows):
                  input (bind value <-> row.text)
                  button (on click -> drop(row.text)): "Drop"
                for (row in rows.filter(r => r.text !== "a")):
                  button (on click -> drop(row.text)): "Drop"
                for (row in others):
                  button (on click -> drop(row.text)): "Drop"

            handlers:
              drop(text):
                set rows = rows.filter(r => r.text !== text)
            """;

    private LiveFixture.Peer openRows() {
        live.compiled(compile(ROWS));
        return live.v1().subscribe(1, "Todo");
    }

    private static ItemKey row(int position) {
        return new ItemKey("row", String.valueOf(position), true);
    }

    private static ClientMessage write(long id, long version, ItemKey item, String text) {
        return new ClientMessage.Bind(1, id, new SiteRef(0, List.of(), List.of(item)), version, new StringValue(text));
    }

    @Test
    void click_behindOnesOwnUnansweredInput_meansTheSameRow() {
        var ann = openRows();
        ann.say(write(1, 0, row(0), "x"));
        ann.say(write(2, 0, row(0), "xy"));
        ann.say(click(3, 1, 0, row(1)));
        assertThat(ann.transport.last()).contains("acks[3]");
        assertThat(live.plain("Todo").heard()).singleElement().asString().contains("rows:[{text:\"xy\"},{text:\"c\"}]");
    }

    private static final String KEYED = """
            component Table

            imports:
              Cell from "./cell.hjx"

            state:
              rows = [{code: ""}, {code: ""}]

            layout:
              view:
                for (row in rows key row.code):
                  Cell (bind value <-> row.code)
            """;

    private static final String CELL = """
            component Cell

            state:
              value = ""

            layout:
              input (bind value <-> value)
            """;

    @Test
    void write_thatChangesByWhatItsOwnRowIsKnown_isDone() {
        live.compiled(compile(KEYED, CELL));
        var ann = live.v1().subscribe(1, "Table");
        SiteRef first = new SiteRef(0, List.of(new UseKey(1, "0")), List.of());
        ann.say(new ClientMessage.Bind(1, 1, first, 0, new StringValue("x")));
        assertThat(ann.transport.last()).contains("x").contains("acks[1]");
        assertThat(live.plain("Table").heard()).singleElement().asString().contains("rows:[{code:\"x\"},{code:\"\"}]");
    }

    @Test
    void click_behindAnothersInput_isStale() {
        var ann = openRows();
        live.v1().subscribe(1, "Todo").say(write(1, 0, row(0), "x"));
        ann.say(click(1, 1, 0, row(1)));
        assertThat(ann.transport.last()).isEqualTo("error #1 id1 stale-item");
    }

    @Test
    void click_behindOnesOwnInput_inAListThatItMayMove_isStale() {
        var ann = openRows();
        ann.say(write(1, 0, row(0), "x"));
        ann.say(click(2, 2, 0, row(0)));
        assertThat(ann.transport.last()).isEqualTo("error #1 id2 stale-item");
    }

    @Test
    void click_behindOnesOwnHandler_isStale() {
        var ann = openRows();
        ann.say(click(1, 1, 0, row(0)));
        ann.say(click(2, 1, 0, row(0)));
        assertThat(ann.transport.last()).isEqualTo("error #1 id2 stale-item");
    }

    @Test
    void click_inAListOfOnesOwnThatAnotherHasMoved_isStale() {
        var ann = openRows();
        live.v1().subscribe(1, "Todo").say(click(1, 1, 0, row(1)));
        ann.say(click(1, 3, 0, row(0)));
        assertThat(ann.transport.last()).isEqualTo("error #1 id1 stale-item");
    }

    @Test
    void bind_local_isThisClientsOwn() {
        var ann = open();
        var bob = live.v1().subscribe(1, "Todo");
        ann.heard();
        bob.heard();
        SiteRef input = new SiteRef(0, List.of(), List.of());
        ann.say(new ClientMessage.Bind(1, 1, input, 0, new StringValue("hi")));
        assertThat(ann.heard()).containsExactly("update #1 local{draft:\"hi\",mine:\"hi!\"} acks[1]");
        assertThat(bob.heard()).isEmpty();
    }

    @Test
    void handler_fails_isRolledBackWithItsPlace() {
        live.settings = live.settings.withDevelopment(true);
        var ann = open();
        ann.heard();
        ann.event(1, 1, "broken");
        assertThat(ann.heard()).singleElement().asString().startsWith("error #1 id1 handler-failed at todo.hjx:35:17");
    }

    @Test
    void handler_fails_isLoggedWithItsPlace() {
        List<String> logged = new ArrayList<>();
        Logger logger = Logger.getLogger("io.hjx.runtime");
        logger.setFilter(entry -> !logged.add(entry.getMessage()));
        try {
            live.settings = live.settings.withDevelopment(true);
            open().event(1, 1, "broken");
        } finally {
            logger.setFilter(null);
        }
        assertThat(logged).singleElement().asString().endsWith(" (todo.hjx:35:17)");
    }

    @Test
    void handler_tells_theCallerAndEverybody() {
        var ann = open();
        var bob = live.plain("Todo");
        ann.heard();
        bob.heard();
        ann.event(1, 1, "tell").event(1, 2, "launch");
        assertThat(ann.heard())
                .containsExactly("update #1 v1 {} acks[1] events[told all=2, told=2]", "error #1 id2 unknown-handler");
        assertThat(bob.heard()).containsExactly("event told all=2");
    }

    @Test
    void plain_set_onlyWhatIsBound() {
        open();
        var bob = live.plain("Todo");
        assertThat(bob.heard())
                .singleElement()
                .asString()
                .startsWith("update {todos:")
                .contains("open:2", "draft:\"\"")
                .doesNotContain("salt");
        bob.set("draft", new StringValue("yo"));
        bob.set("lines", new StringValue("no"));
        assertThat(bob.heard())
                .satisfiesExactly(
                        update -> assertThat(update).contains("draft:\"yo\"", "mine:\"yo!\""),
                        error -> assertThat(error).isEqualTo("error not-bound"));
    }

    @Test
    void builtIns_readByLayouts_comeWithTheClientsOwnNames() {
        live.compiled(compile("""
                component Door
                state:
                  bell = 0
                imports:
                  Badge from "./badge.hjx"
                layout:
                  view:
                    text: "{{client.id}} {{bell}}"
                    Badge
                handlers:
                  ring:
                    set bell = bell + 1
                """, badge("user.name")));
        var ann = live.v1().subscribe(1, "Door");
        assertThat(ann.transport.last()).contains("local{", "client:{", "id:\"", "user:{", "authenticated:false");
        ann.heard();
        ann.event(1, 1, "ring");
        assertThat(ann.heard()).containsExactly("update #1 v1 {bell:1} acks[1]");
        var view = live.runtime()
                .peek("Door", "", Principal.ANONYMOUS, null)
                .toCompletableFuture()
                .join();
        assertThat(view.local()).containsOnlyKeys("user", "client");
        assertThat(live.plain("Door").heard()).containsExactly("update {bell:1}");
    }

    @Test
    void builtIns_readByNoLayout_stayOnTheServer() {
        String door = """
                component Door
                local:
                  a = 1
                layout:
                  text: "{{a}}"
                handlers:
                  go:
                    set a = client.id
                """;
        live.compiled(compile(door, badge("1")));
        assertThat(live.v1().subscribe(1, "Door").transport.last()).contains("local{a:1}");
    }

    private static String badge(String shown) {
        return "component Badge\nlayout:\n  text: \"{{" + shown + "}}\"\n";
    }

    @Test
    void child_removesItself_leavesNothingOfItsFirstWrite() {
        live.compiled(compile("""
                component Door
                state:
                  lamps = [{id: "a"}, {id: "b"}]
                imports:
                  Lamp from "./badge.hjx"
                layout:
                  view:
                    for (lamp in lamps key lamp.id):
                      Lamp (id: lamp.id, bind all <-> lamps)
                """, """
                component Lamp
                state:
                  id = ""
                  all = []
                  lit = false
                layout:
                  button (on click -> drop): "{{lit}}"
                handlers:
                  drop:
                    set lit = true
                    set all = all.filter(one => one.id !== id)
                """));
        var ann = live.v1().subscribe(1, "Door");
        SiteRef button = new SiteRef(0, List.of(new UseKey(1, "a")), List.of());
        ann.say(new ClientMessage.SiteEvent(1, 1, button, 0, ObjectValue.EMPTY, ObjectValue.EMPTY));

        assertThat(live.plain("Door").heard()).containsExactly("update {lamps:[{id:\"b\"}]}");
        assertThat(live.v1().subscribe(1, "Door").transport.last()).doesNotContain("lit");
    }

    private static CompiledComponent compile(String text, String imported) {
        SourceLoader loader = (importing, path) -> new SourceLoader.Found(new SourceFile("badge.hjx", imported));
        var compilation = HjxCompiler.compile(new SourceFile("door.hjx", text), loader);
        assertThat(compilation.component()).as("%s", compilation.diagnostics()).isNotNull();
        return compilation.component();
    }

    @Test
    void reload_handlersAlone_stateStaysAndNothingIsSent() {
        var ann = open();
        ann.say(click(1, 1, 0, new ItemKey("t", "b", false)));
        ann.heard();
        live.compiled(compile(TODO.replace("nothing.here()", "[]")));
        live.run();
        ann.event(1, 2, "broken");
        assertThat(ann.heard()).containsExactly("update #1 v3 {todos:[],lines:[],open:0} acks[2]");
    }

    @Test
    void reload_changedLiteral_resetsThatNameAlone() {
        var ann = open();
        ann.say(click(1, 1, 0, new ItemKey("t", "b", false)));
        ann.say(new ClientMessage.Bind(1, 2, new SiteRef(0, List.of(), List.of()), 1, new StringValue("hello")));
        String next = TODO.replace("nothing.here()", "[]").replace("[\"one\", \"two\"]", "[\"three\"]");
        live.compiled(compile(next.replace("button(", "button(class=\"x\", ")));
        live.run();
        assertThat(ann.transport.last()).contains("lines:[\"three\"]", "open:1", "draft:\"hello\"", "mine:\"hello!\"");

        live.compiled(compile(next.replace("draft = \"\"", "draft = \"new\"")));
        live.run();
        assertThat(ann.transport.last()).contains("lines:[\"three\"]", "open:1", "draft:\"new\"", "mine:\"new!\"");
    }

    @Test
    void reload_child_keepsItsStateButForWhatHasAnotherLiteral() {
        live.compiled(compile(DOOR, LAMP));
        var ann = live.v1().subscribe(1, "Door");
        ann.say(press(1, 2));
        assertThat(ann.transport.last()).contains("2:/lit:5", "2:/used:6", "2:/mine:7");

        // Where it stands, its number is another, and before it stands what is no use of it
        String moved = DOOR.replace("    Lamp\n", "    p: \"x\"\n    Lamp\n    Lamp\n");
        live.compiled(compile(moved, LAMP.replace("lit = 0", "lit = 9")));
        live.run();
        assertThat(ann.transport.last()).contains("3:/used:6", "3:/mine:7").doesNotContain("lit:5", "2:/", "4:/used:6");
    }

    private static ClientMessage press(long id, int use) {
        SiteRef place = new SiteRef(0, List.of(new UseKey(use, "")), List.of());
        return new ClientMessage.SiteEvent(1, id, place, 0, ObjectValue.EMPTY, ObjectValue.EMPTY);
    }

    @Test
    void reload_layout_moduleAndSnapshotCome() {
        var ann = open();
        ann.say(click(1, 1, 0, new ItemKey("t", "b", false)));
        ann.heard();
        live.compiled(compile(TODO.replace("{{open}} {{mine}}", "{{open}} left").replace("nothing.here()", "[]")));
        live.run();
        assertThat(ann.heard())
                .satisfiesExactly(
                        reload -> assertThat(reload).startsWith("Reload[sub=1"),
                        snapshot -> assertThat(snapshot)
                                .startsWith("snapshot #1 v2")
                                .contains("open:1"));
    }
}
