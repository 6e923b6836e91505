package io.hjx.browser;

import java.util.Map;

/** Small components, each for one side of layouts, and states to show them in. */
final class Layouts {

    /**
     * What the host shows: without the comments that stand for empty texts, attributes in order, and what controls hold
     * instead of what they held first.
     */
    static final String CONTENT = """
            () => {
              const held = ["value", "checked", "selected"];
              const write = (node) => {
                if (node.nodeType === 8) return "";
                if (node.nodeType === 3) return node.data;
                const control = ["input", "option"].includes(node.localName);
                const attributes = [...node.attributes]
                  .filter((one) => !control || !held.includes(one.name))
                  .map((one) => [one, one.name === "style" ? node.style.cssText : one.value])
                  .map(([{ namespaceURI, name }, value]) =>
                    ` ${node.localName === "use" ? namespaceURI : ""} ${name}=${value}`)
                  .sort();
                const live = held.filter((name) => name in node).map((name) => ` .${name}=${node[name]}`);
                const children = node.localName === "textarea" ? [] : [...node.childNodes];
                return `<${node.localName}${attributes.join("")}${live.join("")}>${children.map(write).join("")}</>`;
              };
              return write(document.querySelector("main"));
            }
            """;

    static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("counter.hjx", """
                    component Counter
                    state:
                      count = 0
                    layout:
                      h1: "Count: {{count}}"
                      button (on click -> increment): "+"
                    handlers:
                      increment:
                        set count = count + 1
                    """),
            Map.entry("texts.hjx", """
                    component Texts
                    state:
                      word = ""
                    layout:
                      p:
                        "a "
                        "{{word}}"
                        " z "
                        "{{word}}"
                    """),
            Map.entry("failing.hjx", """
                    component Failing
                    state:
                      word = ""
                    layout:
                      p: "before: {{word.toUpperCase()}}"
                      p: "after: {{word}}"
                    """),
            Map.entry("branches.hjx", """
                    component Branches
                    state:
                      n = 0
                      name = ""
                    layout:
                      if (n > 2):
                        "many"
                      else if (n > 0):
                        p: "some"
                        p: "{{name}}"
                      else:
                        "{{name}}"
                        if (name):
                          " is there"
                      "end"
                    """),
            Map.entry("list.hjx", """
                    component List
                    state:
                      items = []
                    layout:
                      ul:
                        for (item, i in items key item.id):
                          li:
                            "{{item.id}}{{i}}"
                            input
                            button (on click -> pick(item.id))
                    handlers:
                      pick(id):
                        set items = items
                    """),
            Map.entry("nested.hjx", """
                    component Nested
                    state:
                      groups = []
                    layout:
                      for (group in groups):
                        p:
                          for (tag in group.tags):
                            if (tag !== "hidden"):
                              button (data-word: tag, on click -> pick(tag)): "{{group.id}}-{{tag}}"
                            "{{index}}"
                      else_text
                    handlers:
                      pick(tag):
                        log tag
                    """.replace("  else_text\n", "")),
            Map.entry("attributes.hjx", """
                    component Attributes
                    state:
                      on = false
                      word = null
                      url = ""
                      width = 10
                    layout:
                      view.base (class on: on, class both: on && word, id: word, title="it is {{word}}", hidden: on):
                        a (href: url, class="x {{word}}"): "link"
                        view (style="width: {{width}}%; color: {{word}}; --gap: 1px"):
                        view (style="width: 50%"):
                        text (aria-hidden: on, data-list: [1, width]): "t"
                        details (open: on):
                          summary: "s"
                        svg (viewBox="0 0 10 10"):
                          circle (r: width, class big: on)
                          foreignObject:
                            p: "{{word}}"
                    """),
            Map.entry("controls.hjx", """
                    component Controls
                    state:
                      word = ""
                      list = []
                      n = 1
                      yes = false
                    layout:
                      form:
                        input (value: word)
                        input (bind value <-> word)
                        input (type="number", bind value <-> n)
                        checkbox (bind checked <-> yes)
                        checkbox (checked: yes)
                        input (type="radio", name="r", value="a", bind value <-> word)
                        input (type="radio", name="r", value="b", bind value <-> word)
                        textarea (bind value <-> word)
                        textarea: "{{word}}"
                        select (bind value <-> word):
                          option: "a"
                          option (value="b"): "B"
                          for (item in list):
                            option (value: item): "{{item}}"
                        select (multiple, bind value <-> list):
                          option: "a"
                          option: "b"
                        select (value: word):
                          option: "a"
                          option: "b"
                        pre: "{{word}}"
                    """),
            Map.entry("limits.hjx", """
                    component Limits
                    state:
                      choices = []
                      choice = "a"
                      most = 100
                      n = 50
                      kind = "text"
                    layout:
                      form:
                        for (one in choices):
                          input (type="radio", name="c", value: one, bind value <-> choice)
                        input (type="range", max: most, bind value <-> n)
                        input (type: kind, bind value <-> choice)
                    """),
            Map.entry("shapes.hjx", """
                    component Shapes
                    state:
                      on = false
                      where = "#a"
                    layout:
                      svg:
                        use (xlink:href="#fixed")
                        if (on):
                          use (xlink:href="#fixed")
                          use (xlink:href: where)
                    """),
            Map.entry("tile.hjx", """
                    component Tile
                    state:
                      label = ""
                    layout:
                      p (title: label, style="color: red; margin: {{label}}px", data-own: label): "{{label}}"
                    """),
            Map.entry("hall.hjx", """
                    component Hall
                    imports:
                      Tile from "./tile.hjx"
                    state:
                      label = ""
                    layout:
                      Tile (label: label, title="hall {{label}}", data-hall: label)
                    """),
            Map.entry("given.hjx", """
                    component Given
                    imports:
                      Tile from "./tile.hjx"
                      Hall from "./hall.hjx"
                      Choice from "./choice.hjx"
                    state:
                      title = "given"
                      label = "1"
                      width = "5px"
                      list = ["a", "b"]
                    layout:
                      view:
                        Tile (label: label, title: title, style="padding: {{width}}")
                        Tile (label: label, data-own="fixed")
                        Hall (label: label, title: title, data-hall: null)
                        select (bind value <-> title):
                          for (one in list):
                            Choice.big (label: one, title: one)
                    """),
            Map.entry("choice.hjx", """
                    component Choice
                    state:
                      label = ""
                    layout:
                      option (value: label): "{{label}}"
                    """),
            Map.entry("table.hjx", """
                    component Table
                    state:
                      rows = []
                    layout:
                      table:
                        caption: "{{rows.length}}"
                        for (row in rows):
                          tr:
                            td: "{{row}}"
                        if (rows.length > 1):
                          tr:
                            td: "more"
                    """),
            Map.entry("grid.hjx", """
                    component Grid
                    layout:
                      table:
                        slot (name="head")
                        slot:
                          tr:
                            td: "none"
                    """),
            Map.entry("ledger.hjx", """
                    component Ledger
                    imports:
                      Grid from "./grid.hjx"
                    state:
                      rows = []
                    layout:
                      view:
                        Grid:
                          thead (slot="head"):
                            tr:
                              th: "{{rows.length}}"
                          for (row in rows):
                            tr:
                              td: "{{row}}"
                        Grid
                    """),
            Map.entry("card.hjx", """
                    component Card
                    state:
                      heading = "none"
                      open = true
                    layout:
                      view.card (class open: open):
                        h2: "{{heading}}"
                        if (open):
                          slot
                        slot (name="footer"):
                          "no footer for {{heading}}"
                        button (on click -> toggle): "toggle"
                    handlers:
                      toggle:
                        set open = !open
                    """),
            Map.entry("field.hjx", """
                    component Field
                    state:
                      value = ""
                      label = ""
                    layout:
                      label:
                        "{{label}}"
                        input (bind value <-> value)
                    """),
            Map.entry("outer.hjx", """
                    component Outer
                    layout:
                      Inner.mid (class x: true):
                        slot
                    imports:
                      Inner from "./card.hjx"
                    """),
            Map.entry("components.hjx", """
                    component Components
                    imports:
                      Card from "./card.hjx"
                      Field from "./field.hjx"
                      Outer from "./outer.hjx"
                    state:
                      cards = []
                      word = ""
                    local:
                      draft = ""
                    layout:
                      view:
                        Card.extra (heading: word, title: word, class hot: word, on click -> pick(word)):
                          "{{word}}"
                          p (slot="footer"): "footer {{word}}"
                        for (card in cards key card.id):
                          Card (heading="{{card.id}}!"):
                            for (line in card.lines):
                              p: "{{line}} {{word}}"
                        Outer.top (class w: word):
                          "in {{word}}"
                        Field (label="shared", bind value <-> word)
                        Field (label="own", bind value <-> draft)
                    handlers:
                      pick(w):
                        set word = w
                    """),
            Map.entry("form.hjx", """
                    component Form
                    state:
                      word = ""
                      n = 1
                      n2 = 1
                      yes = false
                      pick = "a"
                      one = "x"
                      many = []
                      area = ""
                    layout:
                      form (on submit -> save):
                        input#word (bind value <-> word)
                        input#n (type="number", step="any", bind value <-> n)
                        input#n2 (type="range", bind value <-> n2)
                        checkbox#yes (bind checked <-> yes)
                        input#a (type="radio", name="p", value="a", bind value <-> pick)
                        input#b (type="radio", name="p", value="b", bind value <-> pick)
                        select#one (bind value <-> one):
                          option: "x"
                          option: "y"
                        select#many (multiple, bind value <-> many):
                          option: "x"
                          option: "y"
                          option: "z"
                        textarea#area (bind value <-> area)
                        button: "save"
                    handlers:
                      save:
                        set word = ""
                    """),
            Map.entry("busy.hjx", """
                    component Busy
                    state:
                      loading = false
                    layout:
                      button#own (on click -> load, aria-busy: loading ? "true" : null): "load"
                      button#fixed (aria-busy="false", on click -> load): "load"
                      form (on submit -> load):
                        button: "send"
                    handlers:
                      load:
                        set loading = true
                    """),
            Map.entry("events.hjx", """
                    component Events
                    layout:
                      view (on click.self -> go):
                        button#once (on click.once -> go): "once"
                      input#keys (on keydown.enter -> go)
                      view#self (on click.self -> go):
                        b: "inside"
                      view (on click -> go):
                        button#stop (on click.stop -> go): "stop"
                      a (href="#there", on click.prevent -> go): "link"
                      input#slow (on input.debounce(50) -> go)
                      form (on submit -> go):
                        input
                    handlers:
                      go:
                        log "x"
                    """));

    /** Components with a state each. */
    static final String STATES = """
            counter.hjx | {"count": 3}
            texts.hjx | {"word": ""}
            texts.hjx | {"word": "<b>&amp;\\r\\n"}
            branches.hjx | {}
            branches.hjx | {"name": "Ann"}
            branches.hjx | {"n": 1, "name": ""}
            branches.hjx | {"n": 3}
            list.hjx | {"items": []}
            list.hjx | {"items": [{"id": "a"}, {"id": 2}]}
            nested.hjx | {"groups": [{"id": 1, "tags": ["x", "hidden"]}, {"id": 2, "tags": []}]}
            attributes.hjx | {}
            attributes.hjx | {"on": true, "word": "w\\"", "url": "/x?a=1&b=2", "width": 33.5}
            attributes.hjx | {"url": " JaVa\\tscript:alert(1)", "word": "red; background: url(//x)"}
            controls.hjx | {}
            controls.hjx | {"word": "b", "list": ["a", "b"], "n": null, "yes": true}
            controls.hjx | {"word": "\\nline", "list": ["c"]}
            limits.hjx | {"choices": ["a", "b"]}
            shapes.hjx | {"on": true}
            given.hjx | {}
            given.hjx | {"title": null, "label": "2", "width": ""}
            table.hjx | {"rows": []}
            table.hjx | {"rows": [1, 2]}
            ledger.hjx | {"rows": [1, 2]}
            card.hjx | {}
            components.hjx | {"word": ""}
            components.hjx | {"word": "w", "cards": [{"id": "k 1,/", "lines": ["a", "b"]}, {"id": "k2", "lines": []}]}
            components.hjx | {"word": "w", "cards": [{"id": "k", "lines": ["a"]}], "3:/open": false}
            """;

    /** Components with a state before and one after a change. */
    static final String CHANGES = """
            branches.hjx | {"n": 0, "name": ""} | {"n": 0, "name": "Ann"}
            branches.hjx | {"n": 0, "name": "Ann"} | {"n": 1, "name": "Bob"}
            branches.hjx | {"n": 1, "name": "Ann"} | {"n": 3, "name": ""}
            branches.hjx | {"n": 3, "name": "Ann"} | {"n": 0, "name": ""}
            nested.hjx | \
            {"groups": [{"id": 1, "tags": ["x", "y"]}]} | \
            {"groups": [{"id": 2, "tags": ["z"]}, {"id": 1, "tags": ["x", "hidden", "w"]}]}
            attributes.hjx | \
            {"on": true, "word": "blue", "url": "/x", "width": 5} | \
            {"on": false, "word": null, "url": "javascript:1", "width": 7}
            attributes.hjx | \
            {"on": false, "word": null, "url": null, "width": 7} | \
            {"on": true, "word": "blue", "url": "/x", "width": 5}
            controls.hjx | {"word": "c", "list": ["a"]} | {"word": "c", "list": ["b", "c"]}
            controls.hjx | {"word": "a", "list": [], "n": 4} | {"word": "b", "list": ["a"], "n": null, "yes": true}
            limits.hjx | {"choices": ["a", "b"]} | {"choices": ["b", "a"]}
            limits.hjx | {"most": 20} | {"most": 100}
            limits.hjx | {"kind": "number"} | {"kind": "text"}
            shapes.hjx | {"on": false} | {"on": true, "where": "#b"}
            given.hjx | {"label": "1"} | {"label": "2"}
            given.hjx | {"title": "a", "width": "1px"} | {"title": null, "width": "2px"}
            given.hjx | {"title": null, "width": ""} | {"title": "b", "width": "1px"}
            table.hjx | {"rows": []} | {"rows": [1, 2, 3]}
            table.hjx | {"rows": [1, 2, 3]} | {"rows": [2]}
            ledger.hjx | {"rows": []} | {"rows": [1, 2]}
            card.hjx | {"open": true, "heading": "a"} | {"open": false, "heading": "b"}
            components.hjx | {"word": "", "cards": []} | {"word": "w", "cards": [{"id": "k", "lines": ["a"]}]}
            components.hjx | \
            {"word": "w", "cards": [{"id": "k", "lines": ["a"]}, {"id": "l", "lines": []}]} | \
            {"word": "", "cards": [{"id": "l", "lines": ["b", "c"]}, {"id": "k", "lines": ["a"]}]}
            """;

    private Layouts() {}
}
