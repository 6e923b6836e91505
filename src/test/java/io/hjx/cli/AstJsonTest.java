package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.Node;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AstJsonTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([A-Z][\\w.]*)` \\| ([^|]*) \\|");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    @Test
    void write_elementAndText_isOneObjectEach() {
        assertThat(write("component A\nlayout:\n  p: \"x\"\n"))
                .endsWith("""
              "layout": [
                { "kind": "Element",
                  "span": "3:3-3:9",
                  "tag": { "kind": "Name", "span": "3:3-3:4", "text": "p" },
                  "number": 0,
                  "id": null,
                  "classes": [],
                  "attributes": [],
                  "toggles": [],
                  "events": [],
                  "binds": [],
                  "children": [
                    { "kind": "TextNode",
                      "span": "3:6-3:9",
                      "text": { "kind": "Template",
                        "span": "3:6-3:9",
                        "parts": [
                          { "kind": "Template.Literal", "span": "3:7-3:8", "text": "x" }
                        ] } }
                  ] }
              ],
              "style": null,
              "handlers": [] }""".indent(2).stripTrailing());
    }

    @Test
    void write_operatorsAndConstants_areTheirWords() {
        assertThat(write("computed:\n  a = !b && 1 >= undefined\n"))
                .contains("\"operator\": \"!\"")
                .contains("\"operator\": \"&&\"")
                .contains("\"operator\": \">=\"")
                .contains("\"value\": \"undefined\"");
        assertThat(write("handlers:\n  a:\n    emit \"b\"\n")).contains("\"audience\": \"caller\"");
        assertThat(write("scope user\n")).contains("\"scope\": \"user\"");
    }

    @Test
    void write_stringsAndNumbers_areJson() {
        assertThat(write("state:\n  a = \"\\\"\\n\\u0001\u00e9\"\n")).contains("\"value\": \"\\\"\\n\\u0001\u00e9\"");
        assertThat(write("state:\n  a = 1e21\n  b = 1e999\n"))
                .contains("\"value\": 1e+21")
                .contains("\"value\": null");
    }

    @Test
    void write_columns_countCodePoints() {
        assertThat(write("layout:\n  \"\ud83d\ude00{{a}}\"\n")).contains("\"span\": \"2:7-2:8\", \"name\": \"a\"");
    }

    @TestFactory
    Stream<DynamicTest> write_corpus_isJson() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/corpus"))) {
            return files.filter(file -> file.endsWith("input.hjx")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getParent().getFileName().toString(),
                            () -> assertThat(isBalanced(write(Files.readString(file))))
                                    .isTrue()));
        }
    }

    @Test
    void page_example_isWhatIsPrinted() throws IOException {
        String page = Files.readString(Path.of("docs/ast.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        String example = page.substring(start, page.indexOf("```", start)).strip();

        assertThat(write("component A\nlayout:\n  p.big: \"Hello {{name}}\"\n"))
                .contains(example.indent(4).strip());
    }

    @Test
    void page_kindsAndFields_areThoseOfTheTree() throws IOException {
        assertThat(documented()).containsExactlyInAnyOrderEntriesOf(kinds());
    }

    private static String write(String text) {
        SourceFile source = new SourceFile("a.hjx", text);
        return AstJson.write(source, Parser.parse(source, new Diagnostics()));
    }

    /** The parser of JSON nests less deep than trees do, so only what it can read is read. */
    private static boolean isBalanced(String json) {
        try {
            return Json.parse(json) != null;
        } catch (IllegalArgumentException e) {
            return e.getMessage().contains("deep");
        }
    }

    private static Map<String, List<String>> documented() throws IOException {
        Map<String, List<String>> kinds = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("docs/ast.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                kinds.put(row.group(1), words(row.group(2)));
            }
        }
        return kinds;
    }

    private static List<String> words(String cell) {
        return WORD.matcher(cell)
                .results()
                .map((MatchResult word) -> word.group(1))
                .collect(Collectors.toList());
    }

    /** Every record below {@link Node}, and those that their components hold, with what the page lists as fields. */
    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new TreeMap<>();
        Set<Class<?>> seen = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(Node.class));
        while (!open.isEmpty()) {
            Class<?> type = open.pop();
            if (!type.getPackage().equals(Node.class.getPackage()) || !seen.add(type)) {
                continue;
            }
            if (type.isSealed()) {
                open.addAll(List.of(type.getPermittedSubclasses()));
            }
            if (type.isRecord()) {
                kinds.put(AstJson.kind(type), fields(type));
                components(type).forEach(component -> types(component.getGenericType(), open));
            }
        }
        return kinds;
    }

    private static List<String> fields(Class<?> type) {
        return components(type)
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("span"))
                .toList();
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents());
    }

    private static void types(Type type, Deque<Class<?>> into) {
        if (type instanceof ParameterizedType list) {
            Arrays.stream(list.getActualTypeArguments()).forEach(argument -> types(argument, into));
        } else if (type instanceof Class<?> plain && !plain.isPrimitive()) {
            into.add(plain);
        }
    }
}
