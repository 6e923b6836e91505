package io.hjx.lang.eval;

import static io.hjx.lang.eval.Live.keyed;
import static io.hjx.lang.eval.Live.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.StringValue;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ComponentProgramTest {

    private static final String[] TODO = {
        "state:",
        "  todos = [{ id: 1, text: 'a', done: false }, { id: 2, text: 'b', done: true }]",
        "  plain = ['x', 'y']",
        "  picked = null",
        "local:",
        "  filter = 'all'",
        "layout:",
        "  for (todo in todos.filter(t => filter === 'all' || t.done)):",
        "    checkbox (bind checked <-> todo.done)",
        "    input (bind value <-> todo.text)",
        "    button (on click -> toggle, on keydown -> pick(todo.id, index, event.key))",
        "    for (word, w in [todo.text]):",
        "      text (on click -> remember)",
        "  for (item, i in plain):",
        "    button (on click -> pick(item, i, el.value))",
        "  input (bind value <-> filter)",
        "handlers:",
        "  toggle:",
        "    set todo.done = !todo.done",
        "  pick(a, b, c):",
        "    set picked = [a, b, c]",
        "  remember:",
        "    set picked = [todo.text, word, w, ctx.el.dataset.hjxItem, ctx.el.dataset.hjxIdx]",
        "  _hidden:",
        "    set picked = 1",
    };

    private static void assertRefused(ThrowingCallable action, String code) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void trigger_inAKeyedLoop_writesToTheSourceOfAFilteredList() {
        Live live = Live.of(TODO).set("filter", "\"done\"");
        live.trigger(live.at("toggle", keyed("todo", "2")));
        assertThat(live.show("todos"))
                .isEqualTo("[{\"id\":1,\"text\":\"a\",\"done\":false},{\"id\":2,\"text\":\"b\",\"done\":false}]");
    }

    @Test
    void trigger_argumentsComeFromTheServersState() {
        Live live = Live.of(TODO);
        live.trigger(live.at("pick", keyed("todo", "2")), "{\"key\":\"Enter\",\"secret\":1}", "{}");
        assertThat(live.show("picked")).isEqualTo("[2,1,\"Enter\"]");
    }

    @Test
    void trigger_inNestedLoops_seesAllNamesAndTheItem() {
        Live live = Live.of(TODO);
        live.trigger(live.at("remember", keyed("todo", "2"), position("word", 0)));
        assertThat(live.show("picked")).isEqualTo("[\"b\",\"b\",0,\"\\\"b\\\"\",\"0\"]");
    }

    @Test
    void trigger_byPosition_whereItemsHaveNoKeys() {
        Live live = Live.of(TODO);
        int site = live.site("pick") + 2;
        live.trigger(new SiteRef(site, List.of(), List.of(position("item", 1))), "{}", "{\"value\":[\"t\"]}");
        assertThat(live.show("picked")).isEqualTo("[\"y\",1,[\"t\"]]");
    }

    @Test
    void trigger_itemGone_isStale() {
        Live live = Live.of(TODO);
        assertThatThrownBy(() -> live.trigger(live.at("toggle", keyed("todo", "9"))))
                .isInstanceOf(StaleItemException.class);
        int site = live.site("pick") + 2;
        for (String text : List.of("2", "-1", "x", "01", "99999999999")) {
            ItemKey item = new ItemKey("item", text, true);
            assertThatThrownBy(() -> live.trigger(new SiteRef(site, List.of(), List.of(item))))
                    .isInstanceOf(StaleItemException.class);
        }
    }

    @Test
    void trigger_whatTheLayoutDoesNotHave_isRefused() {
        Live live = Live.of(TODO);
        assertRefused(() -> live.trigger(new SiteRef(99, List.of(), List.of())), "bad-site");
        assertRefused(() -> live.trigger(new SiteRef(-1, List.of(), List.of())), "bad-site");
        assertRefused(() -> live.trigger(live.at("toggle")), "bad-site");
        assertRefused(() -> live.trigger(live.at("toggle", keyed("other", "1"))), "bad-site");
        assertRefused(() -> live.trigger(live.at("toggle", position("todo", 0))), "bad-item");
        assertRefused(() -> live.trigger(live.at("todo.done", keyed("todo", "1"))), "bad-site");
        UseKey use = new UseKey(0, "");
        assertRefused(() -> live.trigger(new SiteRef(0, List.of(use), List.of())), "bad-site");
    }

    @Test
    void trigger_sentFieldsOfAnotherKind_areDropped() {
        Live live = Live.of(
                "state:",
                "  got = null",
                "layout:",
                "  button (on click -> go)",
                "handlers:",
                "  go:",
                "    set got = [event, el]");
        String event = "{\"type\":1,\"key\":\"k\",\"checked\":\"yes\",\"altKey\":true,\"value\":{\"a\":1},\"x\":2}";
        live.trigger(live.at("go"), event, "{\"id\":5,\"value\":1,\"dataset\":{\"a\":\"1\",\"b\":2}}");
        assertThat(live.show("got"))
                .isEqualTo("[{\"key\":\"k\",\"altKey\":true},{\"value\":1,\"dataset\":{\"a\":\"1\"}}]");
    }

    @Test
    void trigger_handlerLacking_goesToTheFallback() {
        Live live = Live.of("script:", "  export function init() {}", "layout:", "  button (on click -> ping(1, 'a'))");
        assertRefused(() -> live.trigger(live.at("ping")), "unknown-handler");
        live.handlesAll = true;
        live.trigger(live.at("ping"));
        assertThat(live.unhandled).containsExactly("ping[1, \"a\"]", "ping[1, \"a\"]");
    }

    @Test
    void bind_itemsField_isWritten() {
        Live live = Live.of(TODO);
        live.bind(live.at("todo.done", keyed("todo", "1")), "true");
        live.bind(live.at("todo.text", keyed("todo", "1")), "\"new\"");
        assertThat(live.show("todos")).startsWith("[{\"id\":1,\"text\":\"new\",\"done\":true}");
    }

    @Test
    void bind_kinds_areChecked() {
        Live live = Live.of(
                "local:",
                "  a = ''",
                "  b = false",
                "  c = 0",
                "  d = []",
                "  e = ''",
                "  f = ''",
                "layout:",
                "  textarea (bind value <-> a)",
                "  input (type=\"checkbox\", bind value <-> b)",
                "  input (type=\"range\", bind value <-> c)",
                "  select (multiple, bind value <-> d)",
                "  select (bind value <-> e)",
                "  input (type=\"radio\", bind value <-> f)");
        assertKind(live, "a", "\"x\"", "1", "null", "[\"x\"]");
        assertKind(live, "b", "true", "\"true\"", "null");
        assertKind(live, "c", "1.5", "\"1\"", "true");
        assertKind(live, "c", "null", "[1]");
        assertKind(live, "d", "[\"x\"]", "\"x\"", "[1]");
        assertKind(live, "e", "\"x\"", "[\"x\"]");
        assertKind(live, "f", "\"x\"", "true");
    }

    private static void assertKind(Live live, String name, String good, String... bad) {
        assertThat(live.bind(live.at(name), good).show(name)).isEqualTo(good);
        for (String value : bad) {
            assertRefused(() -> live.bind(live.at(name), value), "bad-value");
        }
        assertThat(live.show(name)).isEqualTo(good);
    }

    @Test
    void bind_ofAnEventSite_isRefused() {
        Live live = Live.of(TODO);
        assertRefused(() -> live.bind(live.at("toggle", keyed("todo", "1")), "true"), "not-bound");
    }

    @Test
    void set_takesBoundPathsAsWritten() {
        Live live = Live.of(
                "state:",
                "  form = { name: '', tags: ['a'] }",
                "  other = 1",
                "layout:",
                "  input (bind value <-> form.name)",
                "  input (bind value <-> form.tags[0])");
        live.set("form.name", "\"Ann\"").set("form.tags[0]", "\"b\"");
        assertThat(live.show("form")).isEqualTo("{\"name\":\"Ann\",\"tags\":[\"b\"]}");
        for (String path : List.of("form", "other", "form.tags", "form.tags[1]", "", "__proto__", "form.name.x")) {
            assertRefused(() -> live.set(path, "\"x\""), "not-bound");
        }
        assertRefused(() -> live.set("form.name", "1"), "bad-value");
    }

    @Test
    void set_pathsInsideLoops_areNotBoundOnes() {
        assertRefused(() -> Live.of(TODO).set("todo.text", "\"x\""), "not-bound");
    }

    @Test
    void recompute_onlyWhatReadsAChange() {
        Live live = Live.of(
                "state:",
                "  a = 1",
                "  b = 1",
                "computed:",
                "  late = twice + 1",
                "  twice = a * 2",
                "  other = b + 1",
                "handlers:",
                "  go:",
                "    set a = a + 1");
        assertThat(live.state.shared.keySet()).containsExactly("late", "other", "twice");
        live.state.shared.put("other", new StringValue("untouched"));
        live.call("go");
        assertThat(live.show("late")).isEqualTo("5");
        assertThat(live.show("other")).isEqualTo("\"untouched\"");
    }

    @Test
    void recompute_perClientNames_areLocal() {
        Live live = Live.of(
                "state:",
                "  orders = [{ owner: 'ann' }, { owner: 'bob' }]",
                "computed:",
                "  mine = orders.filter(o => o.owner === user.name)",
                "  count = mine.length",
                "  all = orders.length",
                "handlers:",
                "  add:",
                "    set orders = orders + [{ owner: 'ann' }]");
        assertThat(live.state.shared.keySet()).containsExactly("all");
        assertThat(live.state.local.keySet()).containsExactly("count", "mine");
        assertThat(live.program.localDependsOn(Set.of("orders"))).isTrue();
        assertThat(live.program.localDependsOn(Set.of("all"))).isFalse();
        assertThat(live.call("add").local("count")).isEqualTo("2");
    }

    @Test
    void recompute_ofAFailingName_fails() {
        assertThatThrownBy(() -> Live.of("state:", "  a = 1", "computed:", "  b = a.nope()"))
                .isInstanceOf(EvaluationException.class);
    }

    @Test
    void visible_isWhatALayoutReads() {
        ComponentProgram program = Live.of(
                        "state:",
                        "  shown = 1",
                        "  unseen = 2",
                        "  hidden = 0",
                        "secret:",
                        "  key = 'k'",
                        "computed:",
                        "  sum = shown + unseen",
                        "  safe = key.length",
                        "layout:",
                        "  text: \"{{shown}} {{sum}} {{safe}}\"",
                        "  if (hidden):",
                        "    text: \"x\"")
                .program;
        assertThat(List.of("shown", "sum", "safe", "hidden")).allMatch(program::visible);
        assertThat(List.of("unseen", "key", "gone", "1:/shown", "/", ":/x")).noneMatch(program::visible);
        assertThat(program.secret("key")).isTrue();
        assertThat(program.secret("shown")).isFalse();
        assertThat(program.initialShared()).containsOnlyKeys("shown", "unseen", "hidden", "key");
    }

    @Test
    void listMayHaveMoved_positionsOfChangedListsAlone() {
        Live live = Live.of(TODO);
        SiteRef plain = new SiteRef(live.site("pick") + 2, List.of(), List.of(position("item", 1)));
        SiteRef keyed = live.at("toggle", keyed("todo", "1"));
        assertThat(moved(live, plain, "plain")).isTrue();
        assertThat(moved(live, plain, "todos")).isFalse();
        assertThat(moved(live, keyed, "todos")).isFalse();
    }

    private static boolean moved(Live live, SiteRef site, String key) {
        return live.program.listMayHaveMoved(site, Set.of(key), Set.of(), live.state, Budget.standard());
    }

    @Test
    void implicitLocal_isLocalAndEmpty() {
        Live live = Live.of(
                "state:",
                "  messages = []",
                "layout:",
                "  input (bind value <-> inputText)",
                "handlers:",
                "  send:",
                "    set messages = messages + [inputText]",
                "    set inputText = \"\"");
        live.set("inputText", "\"hi\"").call("send");
        assertThat(live.show("messages")).isEqualTo("[\"hi\"]");
        assertThat(live.program.initialLocal()).containsOnlyKeys("inputText");
        assertThat(live.local("inputText")).isEqualTo("\"\"");
    }

    @Test
    void loopsOverAComputedName_writeToItsSource() {
        Live live = Live.of(
                "state:",
                "  todos = [{ id: 1, done: false }, { id: 2, done: false }]",
                "computed:",
                "  shown = todos.filter(t => !t.done)",
                "layout:",
                "  for (todo in shown):",
                "    checkbox (bind checked <-> todo.done)");
        live.bind(live.at("todo.done", keyed("todo", "2")), "true");
        assertThat(live.show("shown")).isEqualTo("[{\"id\":1,\"done\":false}]");
    }
}
