package io.hjx.lang.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.ExpressionParser;
import io.hjx.lang.source.SourceFile;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListSourceTest {

    private static final Map<String, String> COMPUTED =
            Map.of("shown", "todos.filter(t => t.done)", "loop", "loop", "made", "todos.map(t => t)");

    private static Expr expr(String text) {
        return new ExpressionParser(new SourceFile("a", text), new Diagnostics())
                .expression(0, text.length())
                .node();
    }

    private static @Nullable Path source(String text) {
        return ListSource.of(expr(text), name -> COMPUTED.containsKey(name) ? expr(COMPUTED.get(name)) : null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "todos | todos 0",
                "form.items | form 1",
                "rows[i + 1].cells | rows 2",
                "todos.filter(t => t.a).slice(1).sort().reverse() | todos 0",
                "todos?.filter(t => t.a) | todos 0",
                "shown | todos 0",
                "shown.slice(0, 3) | todos 0",
            })
    void of_pathOrItsSelection_isThePath(String text, String expected) {
        Path path = source(text);
        assertThat(path).isNotNull();
        assertThat(path.root() + " " + path.steps().size()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "todos.map(t => t)", "a ? b : c", "loop", "made", "f(todos)", "a + b"})
    void of_anythingElse_isNull(String text) {
        assertThat(source(text)).isNull();
    }
}
