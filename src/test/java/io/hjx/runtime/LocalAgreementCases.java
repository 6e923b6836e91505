package io.hjx.runtime;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.LocalAgreementTest.Case;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The components of {@link LocalAgreementTest}, and what is done with them. */
final class LocalAgreementCases {

    private static final Path EXAMPLES = Path.of("src/main/webapp/WEB-INF/components");

    private static final String STATEMENTS = """
            component Statements

            state:
              count = 0
              form = { name: "", tags: [] }
              groups = [{ id: 1, items: [{ id: 1, done: false }, { id: 2, done: false }] }, { id: 2, items: [] }]
              plain = [3, 1, 2]
              log = []

            local:
              note = "a"

            computed:
              double = count * 2
              open = groups.filter(group => group.items.some(item => !item.done)).length
              first = plain[0].toFixed(1)
              stamp = Date.now() + double
              all = [double, open, stamp]

            layout:
              view:
                text: "{{count}} {{form}} {{groups}} {{plain}} {{log}} {{note}} {{double}} {{open}} {{first}} {{all}}"
                input (bind value <-> form.name)
                input (bind value <-> note)
                button (on click -> add(1)): "add"
                button (on click -> fails): "fails"
                button (on click -> computedFails): "fails later"
                button (on click -> toggleAll): "toggle"
                button (on click -> shuffle): "shuffle"
                button (on click -> odd): "odd"
                button (on click -> told(event.key, el.id, ctx.event.type, user.authenticated)): "told"
                button (on click -> deep(3)): "deep"
                button (on click -> blocks(...plain)): "blocks"
                button (on click -> reads): "reads"
                button (on click -> restore): "restore"
                button (on click -> forever): "forever"
                button (on click -> texts): "texts"

            handlers:
              add(step, more):
                set count = count + (more ?? step)
                emit "counted" double
              fails:
                set count = 99
                set form.name = "lost"
                emit "lost" 1
                set form.name.deeper = 1
              computedFails:
                set plain = []
                set plain = [{}]
              toggleAll:
                for (group, at in groups):
                  for (item in group.items):
                    set item.done = !item.done
                    set log[log.length] = at
                for (one in plain.filter(n => n > 1)):
                  set one = one + 1
              shuffle:
                set groups = groups.reverse()
                set plain = plain.sort((a, b) => a - b)
                if (log.length > 6):
                  set log = []
                else if (note === "b"):
                  let log2 = log.push("b")
                  set log = log2
                else:
                  set log[log.length] = uuid()
              odd:
                set form = { ...form, nan: 0 / 0, gone: undefined, minus: -0, list: [undefined, 1 / 0], f: 1 }
                set form["a b"] = note
                set count = 0 / 0
              told(key, id, type, known):
                set log = [key, id, type, known]
                broadcast "told" { key, id }
                emit "only" undefined
              deep(left):
                if (left > 0):
                  call deep(left - 1)
                  set count = count + left
              blocks(a, b, c):
                let x = a
                let x = x + b
                if (x > c):
                  let x = "inner"
                  set note = x
                let fn = y => y + x
                set log = [x, fn(1), c]
              reads:
                set count = count + 1
                set log = [double, all[0], stamp]
                set count = count - 1
              restore:
                set groups = [{ id: 1, items: [{ id: 1, done: false }] }]
                set plain = [3, 1, 2]
                set form = { name: "", tags: [] }
              forever:
                set count = 1
                call forever()
              texts:
                set note = (1234.5).toLocaleString() + ["b", "a"].sort((x, y) => x.localeCompare(y)).join("")
                for (nothing in form.none):
                  set count = -1
            """;

    private static final String LISTS = """
            component Lists

            state:
              rows = [{ id: "a", n: 1, cells: ["x", "y"] }, { id: "b", n: 2, cells: ["z"] }]
              plain = ["one", "two", "three"]
              first = true

            local:
              least = 0

            computed:
              shown = rows.filter(row => row.n >= least)

            layout:
              view:
                text: "{{rows}} {{plain}} {{least}}"
                for (row, at in shown key row.id):
                  button (on click -> up(row.id, at)): "up"
                  button (on click -> mine): "mine"
                  for (cell in row.cells):
                    button (on click -> cut(cell, index)): "cut"
                    input (bind value <-> row.cells[index])
                for (word in plain):
                  button (on click -> drop(index, el.dataset.hjxItem)): "drop"
                  input (bind value <-> word)
                button (on click -> more): "more"
                button (on click -> filter): "filter"
                button (on click -> word): "word"

            handlers:
              up(id, at):
                set row.n = row.n + 1
                set rows[at].seen = id
              mine:
                set row = { ...row, n: row.n * 10 }
                set row.id = row.id
              cut(cell, at):
                set row.cells = row.cells.filter((other, i) => i !== at)
                set rows[0].last = cell
              drop(at, item):
                set plain = plain.toSpliced(at, 1)
                log item
              more:
                set rows = [...rows, { id: uuid(), n: rows.length, cells: ["new"] }].slice(-4)
                set plain = plain.push("more").slice(-4)
              filter:
                set least = least === 0 ? 2 : 0
              word:
                set word = "outside"
            """;

    private static final String CHILDREN = """
            component Children

            imports:
              Row from "./Row.hjx"
              Panel from "./Panel.hjx"

            state:
              people = [{ id: "a", name: "Ann" }, { id: "b,c", name: "Bob" }]
              shown = true
              title = "People"

            local:
              only = ""

            layout:
              view:
                text: "{{people}} {{shown}} {{title}} {{only}}"
                if (shown):
                  for (person, i in people.filter(p => !only || p.id === only)):
                    Row (item: person, place: i, bind name <-> person.name, on click -> pick(person.id))
                Panel (bind title <-> title):
                  Row (place=7)
                button (on click -> hide): "hide"
                button (on click -> add): "add"
                button (on click -> drop): "drop"
                button (on click -> turn): "turn"
                button (on click -> none): "none"

            handlers:
              pick(id):
                set only = only === id ? "" : id
              hide:
                set shown = !shown
              add:
                set people = [...people, { id: uuid(), name: "new" }].slice(-3)
              drop:
                set people = people.slice(1)
              turn:
                set people = people.reverse()
              none:
                set people = people.length ? [] : [{ id: "a", name: "Ann" }]
            """;

    private static final String ROW = """
            component Row

            state:
              item = null
              place = -1
              name = ""
              clicks = 0

            local:
              open = false

            computed:
              label = `${place} ${name.toUpperCase()} ${item?.id} ${clicks}`
              mark = open ? label : "closed"

            layout:
              view:
                text: "{{label}} {{mark}} {{clicks}} {{open}}"
                button (on click -> count): "count"
                button (on click -> toggle): "toggle"
                button (on click -> rename): "rename"
                button (on click -> given): "given"
                input (bind value <-> name)

            handlers:
              count:
                set clicks = clicks + 1
              toggle:
                set open = !open
              rename:
                set name = name + "!"
                set clicks = clicks + 1
                if (clicks > 3):
                  set clicks = [clicks].with(9, 1)
              given:
                set name = ""
                set clicks = 0
            """;

    private static final String PANEL = """
            component Panel

            imports:
              Row from "./Row.hjx"

            state:
              title = ""
              inner = [1, 2]

            computed:
              loud = title.toUpperCase()

            layout:
              view:
                text: "{{loud}} {{inner}}"
                slot
                for (n in inner):
                  Row (item: { id: `${loud} ${n}` })
                button (on click -> more): "more"

            handlers:
              more:
                set title = title.length > 12 ? "T" : title + "x"
                set inner = inner.length > 3 ? [1] : [...inner, inner.length + 1]
            """;

    static final List<Case> ALL = List.of(
            new Case("statements", Map.of("main.hjx", STATEMENTS), statements()),
            new Case("lists", Map.of("main.hjx", LISTS), lists()),
            new Case("children", Map.of("main.hjx", CHILDREN, "Row.hjx", ROW, "Panel.hjx", PANEL), children()),
            new Case(
                    "Todo",
                    Map.of("main.hjx", example("Todo")),
                    List.of(
                            bind(1, "\"milk\""),
                            event(0),
                            bind(1, "\" \""),
                            event(4, item("choice", 1)),
                            event(4, item("choice", 0)),
                            bind(2, "true", item("todo", "id-1")),
                            event(3, item("todo", "id-1")),
                            bind(2, "false", item("todo", "id-2")))),
            new Case(
                    "Form",
                    Map.of("main.hjx", example("Form")),
                    List.of(event(0), bind(1, "\"Ann\""), bind(2, "\"a@b.c\""), bind(3, "2"), bind(3, "null"))));

    private LocalAgreementCases() {}

    private static List<String> statements() {
        return List.of(
                bind(0, "\"typed\""),
                bind(1, "\"b\""),
                event(2),
                event(3),
                event(4),
                event(5),
                event(6),
                event(7),
                event(8),
                event(9),
                event(10),
                event(11),
                event(12),
                event(13),
                event(14));
    }

    private static List<String> lists() {
        return List.of(
                event(0, item("row", "a")),
                event(0, item("row", "b")),
                event(1, item("row", "b")),
                event(2, item("row", "a"), item("cell", 0)),
                event(2, item("row", "b"), item("cell", 1)),
                bind(3, "\"typed\"", item("row", "a"), item("cell", 1)),
                event(4, item("word", 0)),
                event(4, item("word", 2)),
                bind(5, "\"typed\"", item("word", 1)),
                event(6),
                event(7),
                event(8));
    }

    private static List<String> children() {
        String ann = "[[2,\"a\"]]";
        String bob = "[[2,\"b%2Cc\"]]";
        return List.of(
                at(ann, event(0)),
                at(bob, event(0)),
                at(bob, event(1)),
                at(ann, event(2)),
                at(bob, event(2)),
                at(ann, bind(4, "\"typed\"")),
                at("[[4,\"\"]]", event(1)),
                at("[[4,\"\"]]", event(2)),
                at("[[3,\"\"]]", event(0)),
                at("[[3,\"\"],[3,\"0\"]]", event(0)),
                at("[[3,\"\"],[3,\"1\"]]", event(1)),
                at("[[3,\"\"],[3,\"3\"]]", event(0)),
                event(0, item("person", "a")),
                event(4),
                event(5),
                event(6),
                event(7),
                event(8));
    }

    private static String event(int site, String... items) {
        return "{\"kind\":\"event\",\"site\":" + site + ",\"at\":[],\"items\":[" + String.join(",", items)
                + "],\"event\":{\"type\":\"click\",\"key\":\"k\"},\"el\":{\"id\":\"e\",\"dataset\":{}}}";
    }

    private static String bind(int site, String value, String... items) {
        return "{\"kind\":\"bind\",\"site\":" + site + ",\"at\":[],\"items\":[" + String.join(",", items)
                + "],\"value\":" + value + "}";
    }

    private static String at(String way, String action) {
        return action.replace("\"at\":[]", "\"at\":" + way);
    }

    private static String item(String name, String key) {
        return "[" + Json.print(new StringValue(name)) + "," + Json.print(new StringValue(key)) + "]";
    }

    private static String item(String name, int position) {
        return "[" + Json.print(new StringValue(name)) + "," + position + "]";
    }

    private static String example(String name) {
        try {
            return Files.readString(EXAMPLES.resolve(name + ".hjx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
