package io.hjx.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.fixture.LiveFixture;
import io.hjx.runtime.fixture.ScriptRecorder;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.spi.ScriptException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts of child components: one a use and loop key, over the child's own names. */
class ChildScriptTest {

    private static final String BOARD = """
            component Board
            imports:
              Row from "./row.hjx"
            state:
              rows = [{id: "a"}, {id: "b"}]
              open = true
              factor = 2
            layout:
              view:
                if (open):
                  for (r in rows key r.id):
                    Row(factor="{{factor}}")
            handlers:
              remove(id):
                set rows = rows.filter(r => r.id !== id)
              add(id):
                set rows = [...rows, {id: id}]
              hide:
                set open = !open
              raise:
                set factor = factor + 1
            """;

    private static final String ROW = """
            component Row
            state:
              count = 5
              factor = 1
              product = 0
            layout:
              button(on click -> push(1)): "{{count}} {{product}}"
            script:
              export function init(store) {}
            """;

    private static final String PRIVATE_BOARD = """
            component Board
            imports:
              Row from "./row.hjx"
            state:
              n = 0
              notes = {}
            local:
              draft = ""
            computed:
              loud = draft + "!"
            layout:
              view:
                Row(text="{{draft}}", n="{{n}}", who="{{client.id}}", by="{{user}}", far="{{loud}}", \
                        bind note <-> draft, bind at <-> notes[client.id])
            handlers:
              type(text):
                set draft = text
              raise:
                set n = n + 1
            """;

    private static final String PRIVATE_ROW = """
            component Row
            state:
              text = ""
              n = 0
              who = ""
              by = ""
              far = ""
              note = ""
              at = ""
              label = ""
            layout:
              text: "{{label}} {{text}} {{n}} {{who}} {{by}} {{far}} {{note}} {{at}}"
            script:
              export function init(store) {}
            """;

    private final ScriptRecorder scripts = new ScriptRecorder();
    private final LiveFixture live = new LiveFixture();

    {
        live.scripts = scripts;
        live.compiled(compile(BOARD));
    }

    private static CompiledComponent compile(String text) {
        return compile(text, ROW);
    }

    private static CompiledComponent compile(String text, String row) {
        SourceLoader loader = (importing, path) -> new SourceLoader.Found(new SourceFile("row.hjx", row));
        var compilation = HjxCompiler.compile(new SourceFile("board.hjx", text), loader);
        assertThat(compilation.component()).as("%s", compilation.diagnostics()).isNotNull();
        return compilation.component();
    }

    private static Value number(double value) {
        return new NumberValue(value);
    }

    @Test
    void init_runsOncePerKey_overTheChildsOwnNames() {
        scripts.init = state -> state.set("count", number(((NumberValue) state.get("count")).value() + 1));
        var ann = live.v1().subscribe(1, "Board");
        assertThat(scripts.alive).hasSize(2);
        assertThat(ann.transport.last()).contains("a/count:6", "b/count:6");
        assertThat(scripts.alive.get(0).all()).containsOnlyKeys("count", "factor", "product");
    }

    @Test
    void use_isThereNoMore_itsScriptStops() {
        var ann = live.v1().subscribe(1, "Board");
        ann.event(1, 1, "remove", new StringValue("a"));
        assertThat(scripts.alive).hasSize(1);
        assertThat(scripts.stopped).isEqualTo(1);
        ann.event(1, 2, "add", new StringValue("a"));
        assertThat(scripts.created).isEqualTo(3);
        live.runtime().stop();
        live.run();
        assertThat(scripts.alive).isEmpty();
    }

    @Test
    void use_isRemoved_itsScriptComputesNoMore() {
        scripts.init = state -> state.set("count", number(6));
        List<Value> counts = new ArrayList<>();
        scripts.computed.put("product", state -> {
            counts.add(state.get("count"));
            return number(state.get("count") instanceof NumberValue ? 7 : 101);
        });
        var ann = live.v1().subscribe(1, "Board");
        ann.heard();
        ann.event(1, 1, "remove", new StringValue("a"));
        assertThat(ann.heard().toString()).doesNotContain("101");
        assertThat(counts).isNotEmpty().doesNotContain(Undefined.UNDEFINED);
    }

    @Test
    void hidden_staysAlive() {
        var ann = live.v1().subscribe(1, "Board");
        ann.event(1, 1, "hide").event(1, 2, "hide");
        assertThat(scripts.created).isEqualTo(2);
        assertThat(scripts.stopped).isZero();
        ann.event(1, 3, "hide").event(1, 4, "remove", new StringValue("b"));
        assertThat(scripts.stopped).isEqualTo(1);
    }

    @Test
    void hidden_fromTheBeginning_startsWhenShown() {
        live.compiled(compile(BOARD.replace("open = true", "open = false")));
        var ann = live.v1().subscribe(1, "Board");
        assertThat(scripts.created).isZero();
        ann.event(1, 1, "hide");
        assertThat(scripts.created).isEqualTo(2);
    }

    @Test
    void prop_isReadOnly_andComputesFollowIt() {
        scripts.computed.put("product", state -> number(10 * ((NumberValue) state.get("factor")).value()));
        var ann = live.v1().subscribe(1, "Board");
        var first = scripts.alive.get(0);
        first.askToSet("factor", number(9));
        first.askToSet("rows", number(9));
        live.run();
        assertThat(first.refusal("factor")).contains("given by the component around");
        assertThat(first.refusal("rows")).contains("declared neither");
        ann.heard();
        ann.event(1, 1, "raise");
        assertThat(ann.heard()).singleElement().asString().contains("a/product:30", "b/product:30", "factor:3");
    }

    @Test
    void given_whatDiffersByClient_isNeitherReadNorSet() {
        live.compiled(compile(PRIVATE_BOARD, PRIVATE_ROW));
        List<String> given = List.of("text", "who", "by", "far", "note", "at");
        scripts.computed.put(
                "label",
                state -> new StringValue(state.getAll().keySet() + " "
                        + given.stream().map(state::get).toList()));
        var ann = live.v1().subscribe(1, "Board");
        var bob = live.v1().subscribe(1, "Board");
        Value secret = new StringValue("ann's");
        given.forEach(name -> scripts.alive.get(0).askToSet(name, secret));
        live.run();
        ann.event(1, 1, "type", secret);
        bob.heard();
        ann.event(1, 2, "raise");
        assertThat(bob.heard())
                .singleElement()
                .asString()
                .contains(
                        "n:1", "label:\"[n, label] [UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED, UNDEFINED]")
                .doesNotContain("ann's");
        assertThat(scripts.alive.get(0).refusal("note")).contains("differs by client");
        assertThat(scripts.alive.get(0).refusal("text")).contains("given by the component around");
    }

    @Test
    void event_goesToTheScriptOfTheComponentThatWroteTheElement() {
        scripts.init = state -> state.set("count", number(6));
        scripts.listeners.put("push", (arguments, state) -> state.set("count", number(50)));
        var ann = live.v1().subscribe(1, "Board");
        int use = Integer.parseInt(ann.transport.last().replaceFirst("(?s).*?(\\d+):a/.*", "$1"));
        ann.heard();
        SiteRef button = new SiteRef(0, List.of(new UseKey(use, "b")), List.<ItemKey>of());
        ann.say(new ClientMessage.SiteEvent(1, 1, button, 0, ObjectValue.EMPTY, ObjectValue.EMPTY));
        assertThat(ann.heard())
                .singleElement()
                .asString()
                .contains("b/count:50")
                .doesNotContain("a/count");
        ann.event(1, 2, "push");
        assertThat(ann.heard()).containsExactly("error #1 id2 unknown-handler");
    }

    @Test
    void turn_fails_itsOwnChangesAlone() {
        var ann = live.v1().subscribe(1, "Board");
        ann.heard();
        scripts.alive.get(0).turn(state -> state.set("count", number(1)));
        scripts.alive.get(1).turn(state -> {
            state.set("count", number(2));
            throw new ScriptException("row.hjx:9:1: boom");
        });
        live.run();
        assertThat(ann.heard()).singleElement().asString().contains("a/count:1").doesNotContain("b/count");
    }

    @Test
    void children_pastTheBound_runWithoutTheirScripts() {
        live.compiled(compile("""
                component Board
                imports:
                  Row from "./row.hjx"
                computed:
                  rows = Array.from({length: 100}, (v, i) => ({id: i}))
                layout:
                  view:
                    for (r in rows):
                      Row
                """));
        live.v1().subscribe(1, "Board");
        assertThat(scripts.created).isEqualTo(64);
    }
}
