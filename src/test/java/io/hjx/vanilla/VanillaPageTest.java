package io.hjx.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.emit.MapReader;
import io.hjx.lang.emit.MappedText;
import io.hjx.lang.emit.PageScript;
import io.hjx.lang.source.SourceFile;
import io.hjx.minify.Minifier;
import io.hjx.minify.Terser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VanillaPageTest {

    private static final Path RUNTIME = Path.of("src/main/webapp/hjx");

    private static final Map<String, String> FILES = Map.of("Row.hjx", """
                    component Row
                    state:
                      label = ""
                    layout:
                      text: "{{label.toUpperCase()}}"
                    """);

    private static final String MAIN = """
            component Main
            # Ö 😀
            imports:
              Row from "./Row.hjx"
            state:
              rows = ["a", "b"]
              count = 0
            computed:
              double = count * 2
            layout:
              view:
                for (row in rows):
                  Row (label: row)
                button (on click -> add("😀", count)): "{{double}} of {{rows.length}}"
            handlers:
              add(what, times):
                if (times < 3):
                  set rows = [...rows, what]
                set count = count + 1
            """;

    private static VanillaPage page(String text) throws IOException {
        return VanillaPage.of(compile(text), Path.of("."), RUNTIME);
    }

    private static CompiledComponent compile(String text) {
        SourceLoader loader = (importing, path) ->
                new SourceLoader.Found(new SourceFile(path.substring(2), FILES.get(path.substring(2))));
        return HjxCompiler.compile(new SourceFile("Main.hjx", text), loader).component();
    }

    @Test
    void map_names_areAtTheirPlaces() throws IOException {
        VanillaPage page = page(MAIN);
        MapReader map = new MapReader(page.map().json("app.js"));
        String[] lines = page.js().split("\n", -1);

        assertThat(map.places()).hasSizeGreaterThan(20);
        assertThat(map.places()).filteredOn(place -> !place.name().isEmpty()).allSatisfy(place -> {
            assertThat(map.sourceAt(place)).startsWith(place.name());
            assertThat(lines[place.line()].substring(place.column())).isNotEmpty();
        });
        assertThat(map.places())
                .filteredOn(place -> lines[place.line()].startsWith("state.", place.column()))
                .isNotEmpty()
                .allSatisfy(place -> assertThat(lines[place.line()].substring(place.column() + "state.".length()))
                        .startsWith(
                                map.sourceAt(place).replaceFirst("\\W.*", "").replaceFirst("^set$", "")));
    }

    @Test
    void map_statementsAndBindings_leadToTheirLines() throws IOException {
        VanillaPage page = page(MAIN);
        MapReader map = new MapReader(page.map().json("app.js"));

        assertThat(map.sourceAt(map.find(page.js(), "state.count = $."))).isEqualTo("set count = count + 1");
        assertThat(map.sourceAt(map.find(page.js(), "if ($.prim(times$)"))).isEqualTo("if (times < 3):");
        assertThat(map.sourceAt(map.find(page.js(), "add(turn, state"))).isEqualTo("add(what, times):");
        assertThat(map.sourceAt(map.find(page.js(), "on(scope, button"))).startsWith("on click -> add");
        assertThat(map.sourceAt(map.find(page.js(), "state.label, \"toUpperCase\"")))
                .startsWith("label.toUpperCase()");
    }

    @Test
    void minified_map_stillLeadsToTheSource() {
        // Terser walks slowly in an interpreter: as much as shows how both maps go together
        MappedText script = PageScript.of(compile(MAIN).model(), "", Set.of());
        Minifier.Minified small;
        try (Terser terser = new Terser()) {
            small = terser.minify(script.text());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> terser.minify("let x = ;"))
                    .withMessageContaining("1:8");
            assertThat(terser.minify("class A { #x = 1; get x() { return this.#x?.y ?? 2; } }\nexport { A };")
                            .text())
                    .contains("#")
                    .doesNotContain("\n");
        }
        MapReader map = new MapReader(script.map().through(small.steps()).json("app.js"));

        assertThat(small.text().length()).isLessThan(script.text().length() * 3 / 4);
        assertThat(map.sourceAt(map.find(small.text(), ".count="))).contains("count + 1");
        assertThat(map.places())
                .filteredOn(place -> !place.name().isEmpty())
                .isNotEmpty()
                .allSatisfy(place -> assertThat(map.sourceAt(place)).startsWith(place.name()));
    }

    @Test
    void html_firstState_isThere() throws IOException {
        assertThat(page(MAIN).html()).contains("<hjx-component name=\"Main\"><div", ">A</span>", "0 of 2</button>");
    }

    @Test
    void html_leftToChance_isTheBrowsers() throws IOException {
        assertThat(page(MAIN.replace("count * 2", "count + Date.now()")).html())
                .contains("<hjx-component name=\"Main\"></hjx-component>");
        assertThat(page(MAIN.replace("{{double}}", "{{client.id}}")).html())
                .contains("<hjx-component name=\"Main\"></hjx-component>");
        assertThat(page(MAIN.replace("  view:", "  view (style=\"color: red\"):"))
                        .html())
                .contains("<hjx-component name=\"Main\"></hjx-component>");
    }

    @Test
    void runtime_topLevelNames_differ() throws IOException {
        assertThat(RuntimeScript.read(RUNTIME))
                .contains("// hjx/local/store.js\n", "const pure = (() => {", "const { fail, str } = pure;")
                .doesNotContain("\nimport ", "\nexport ");
    }
}
