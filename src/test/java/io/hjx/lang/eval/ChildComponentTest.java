package io.hjx.lang.eval;

import static io.hjx.lang.eval.Live.keyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.analyze.ComponentModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildComponentTest {

    private static final String ROW = """
            component Row
            state:
              item = null
              open = false
              clicks = 0
            computed:
              label = item.name + (open ? '!' : '?')
            layout:
              button (on click -> toggle): "{{label}} {{clicks}}"
            handlers:
              toggle:
                set open = !open
                set clicks = clicks + 1""";

    private static final String INPUT = """
            component Field
            state:
              value = 'own'
              label = ''
            computed:
              length = value.length
            layout:
              label: "{{label}} {{length}}"
              input (bind value <-> value)""";

    private static final Map<String, String> FILES = Map.of("Row.hjx", ROW, "Field.hjx", INPUT);

    private static Live rows() {
        return Live.of(
                FILES,
                "imports:",
                "  Row from \"Row.hjx\"",
                "state:",
                "  people = [{ id: 'a', name: 'Ann' }, { id: 'b,c', name: 'Bob' }]",
                "  shown = true",
                "layout:",
                "  if (shown):",
                "    for (person in people):",
                "      Row (item: person)",
                "handlers:",
                "  remove(id):",
                "    set people = people.filter(p => p.id !== id)",
                "  add(id):",
                "    set people = people + [{ id, name: id }]",
                "  rename(name):",
                "    set people[0].name = name",
                "  show(yes):",
                "    set shown = yes");
    }

    private static SiteRef toggle(Live live, int use, String key) {
        ComponentModel row = live.program.root().imports().get("Row");
        return new SiteRef(Live.site(row, "toggle"), List.of(new UseKey(use, key)), List.of());
    }

    @Test
    void state_isKeptPerLoopKey() {
        Live live = rows();
        live.trigger(toggle(live, 0, "a")).trigger(toggle(live, 0, "b%2Cc")).trigger(toggle(live, 0, "a"));
        assertThat(live.shared("0:a/clicks")).isEqualTo("2");
        assertThat(live.shared("0:b%2Cc/clicks")).isEqualTo("1");
        assertThat(live.shared("0:b%2Cc/label")).isEqualTo("\"Bob!\"");
    }

    @Test
    void computed_followsPropsAndOwnState() {
        Live live = rows();
        assertThat(live.shared("0:a/label")).isEqualTo("\"Ann?\"");
        assertThat(live.call("rename", "\"Eve\"").shared("0:a/label")).isEqualTo("\"Eve?\"");
        assertThat(live.call("add", "\"z\"").shared("0:z/label")).isEqualTo("\"z?\"");
    }

    @Test
    void state_ofAKeyThatLeft_isDropped() {
        Live live = rows();
        live.trigger(toggle(live, 0, "a")).call("remove", "\"a\"");
        assertThat(live.state.shared.keySet()).noneMatch(key -> key.startsWith("0:a/"));
        assertThatThrownBy(() -> live.trigger(toggle(live, 0, "a"))).isInstanceOf(StaleItemException.class);
        assertThat(live.call("add", "\"a\"").shared("0:a/label")).isEqualTo("\"a?\"");
    }

    @Test
    void state_isKeptWhileAnIfHides_andComputedAnewAfterwards() {
        Live live = rows();
        live.trigger(toggle(live, 0, "a")).call("show", "false").call("rename", "\"Eve\"");
        assertThat(live.shared("0:a/clicks")).isEqualTo("1");
        assertThat(live.call("show", "true").shared("0:a/label")).isEqualTo("\"Eve!\"");
    }

    @Test
    void uses_thatDoNotExist_areRefused() {
        Live live = rows();
        for (UseKey step : List.of(new UseKey(9, "a"), new UseKey(0, "a,b"))) {
            assertThatThrownBy(() -> live.trigger(new SiteRef(0, List.of(step), List.of())))
                    .isInstanceOf(BadRequestException.class);
        }
        assertThatThrownBy(() -> live.trigger(toggle(live, 0, ""))).isInstanceOf(StaleItemException.class);
    }

    @Test
    void visible_childrensKeys() {
        ComponentProgram program = rows().program;
        assertThat(program.visible("0:a/clicks")).isTrue();
        assertThat(program.visible("0:a/label")).isTrue();
        assertThat(program.visible("0:a/open")).isFalse();
        assertThat(program.visible("0:a/item")).isFalse();
    }

    @Test
    void bound_writesGoToTheParent() {
        Live live = Live.of(
                FILES,
                "imports:",
                "  Field from \"Field.hjx\"",
                "state:",
                "  form = { city: 'Rome' }",
                "local:",
                "  name = ''",
                "layout:",
                "  Field (label=\"Name\", bind value <-> name)",
                "  Field (label=\"City\", bind value <-> form.city)",
                "  Field");
        int site = Live.site(live.program.root().imports().get("Field"), "value");
        for (int use = 0; use < 3; use++) {
            live.bind(new SiteRef(site, List.of(new UseKey(use, "")), List.of()), "\"typed\"");
        }
        assertThat(live.local("name")).isEqualTo("\"typed\"");
        assertThat(live.show("form")).isEqualTo("{\"city\":\"typed\"}");
        assertThat(live.shared("2:/value")).isEqualTo("\"typed\"");
        assertThat(live.state.shared.keySet()).doesNotContain("0:/value", "1:/value");
        assertThat(live.local("0:/length")).isEqualTo("5");
        assertThat(live.shared("1:/length")).isEqualTo("5");
    }

    @Test
    void bound_inAPlainSet_hasTheKindOfTheInnerInput() {
        Live live = Live.of(
                FILES,
                "imports:",
                "  Field from \"Field.hjx\"",
                "local:",
                "  name = ''",
                "layout:",
                "  Field (bind value <-> name)");
        assertThat(live.set("name", "\"x\"").show("name")).isEqualTo("\"x\"");
        assertThatThrownBy(() -> live.set("name", "{}")).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> live.bind(live.at("name"), "\"x\"")).isInstanceOf(BadRequestException.class);
    }

    @Test
    void bound_toALoopsItem_writesTheList() {
        Live live = Live.of(
                FILES,
                "imports:",
                "  Field from \"Field.hjx\"",
                "state:",
                "  todos = [{ id: 1, text: 'a' }]",
                "layout:",
                "  for (todo in todos):",
                "    Field (bind value <-> todo.text)");
        int site = Live.site(live.program.root().imports().get("Field"), "value");
        live.bind(new SiteRef(site, List.of(new UseKey(0, "1")), List.of()), "\"b\"");
        assertThat(live.show("todos")).isEqualTo("[{\"id\":1,\"text\":\"b\"}]");
        assertThat(live.shared("0:1/length")).isEqualTo("1");
    }

    @Test
    void perClientLists_makeTheChildsComputedNamesLocal() {
        Live live = Live.of(
                FILES,
                "imports:",
                "  Row from \"Row.hjx\"",
                "state:",
                "  people = [{ id: 1, name: 'Ann' }]",
                "local:",
                "  wanted = ''",
                "layout:",
                "  input (bind value <-> wanted)",
                "  for (person in people.filter(p => p.name.includes(wanted))):",
                "    Row (item: person)");
        assertThat(live.local("1:1/label")).isEqualTo("\"Ann?\"");
        live.trigger(toggle(live, 1, "1"));
        assertThat(live.local("1:1/label")).isEqualTo("\"Ann!\"");
        assertThat(live.shared("1:1/clicks")).isEqualTo("1");
        live.set("wanted", "\"zz\"");
        assertThat(live.local("1:1/label")).isEqualTo("absent");
        assertThat(live.shared("1:1/clicks")).isEqualTo("1");
        assertThat(live.set("wanted", "\"A\"").local("1:1/label")).isEqualTo("\"Ann!\"");
    }

    @Test
    void nestedChildren_haveNestedPaths() {
        String list = """
                component Team
                imports:
                  Row from "Row.hjx"
                state:
                  members = []
                  title = 't'
                layout:
                  view:
                    for (m in members):
                      Row (item: m)
                """;
        Live live = Live.of(
                Map.of("Row.hjx", ROW, "Team.hjx", list),
                "imports:",
                "  Team from \"Team.hjx\"",
                "state:",
                "  teams = [{ id: 'x', people: [{ id: 1, name: 'Ann' }] }]",
                "layout:",
                "  for (team in teams):",
                "    Team (members: team.people)",
                "handlers:",
                "  clear:",
                "    set teams = []");
        assertThat(live.shared("0:x/1:1/label")).isEqualTo("\"Ann?\"");
        ComponentModel row = live.program.root().imports().get("Team").imports().get("Row");
        List<UseKey> way = List.of(new UseKey(0, "x"), new UseKey(1, "1"));
        live.trigger(new SiteRef(Live.site(row, "toggle"), way, List.of()));
        assertThat(live.shared("0:x/1:1/open")).isEqualTo("true");
        assertThat(live.program.visible("0:x/1:1/label")).isTrue();
        live.call("clear");
        assertThat(live.state.shared.keySet()).containsExactly("teams");
    }

    @Test
    void parentsHandlerOnAChild_runsInTheParent() {
        Live live = Live.of(
                FILES,
                "imports:",
                "  Row from \"Row.hjx\"",
                "state:",
                "  people = [{ id: 1, name: 'Ann' }]",
                "  last = ''",
                "layout:",
                "  for (person in people):",
                "    Row (item: person, on click -> pick(person.name))",
                "handlers:",
                "  pick(name):",
                "    set last = name");
        live.trigger(live.at("pick", keyed("person", "1")));
        assertThat(live.show("last")).isEqualTo("\"Ann\"");
    }

    @Test
    void failure_inAProp_isInTheParentsFile() {
        Live live = Live.of(
                FILES,
                "imports:",
                "  Row from \"Row.hjx\"",
                "state:",
                "  broken = 1",
                "  shown = false",
                "layout:",
                "  if (shown):",
                "    Row (item: broken.nope())",
                "handlers:",
                "  go:",
                "    set shown = true");
        assertThatThrownBy(() -> live.call("go"))
                .isInstanceOfSatisfying(
                        EvaluationException.class,
                        failure -> assertThat(failure.source().path()).isEqualTo("main.hjx"));
    }
}
