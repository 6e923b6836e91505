package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.eval.Evaluated;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsExpressionEmitterTest {

    private static final Set<String> KNOWN = Set.of("a", "b", "c", "todo", "todos", "count");

    private static String emit(String text) {
        return new JsExpressionEmitter(name -> KNOWN.contains(name) ? "s." + name : null).emit(Evaluated.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "todo.title → s.todo?.title",
                "todo?.owner.city → s.todo?.owner?.city",
                "todos.length → $.get(s.todos, \"length\")",
                "todos[0].title → $.get(s.todos, 0)?.title",
                "todo.constructor → $.get(s.todo, \"constructor\")",
                "todo.name → s.todo?.name",
                "count + 1 → $.prim(s.count) + 1",
                "a + b → $.add(s.a, s.b)",
                "a * b - 1 → $.prim(s.a) * $.prim(s.b) - 1",
                "(a - 1) * 2 → ($.prim(s.a) - 1) * 2",
                "1 - (2 - 3) → 1 - (2 - 3)",
                "a === b → s.a === s.b",
                "a == null → s.a == null",
                "a != b → !$.equal(s.a, s.b)",
                "(a || b) ?? c → (s.a || s.b) ?? s.c",
                "a && !b ? 1 : 2 → s.a && !s.b ? 1 : 2",
                "`Hi ${a}!` → \"Hi \" + $.str(s.a) + \"!\"",
                "- -1 → -(-1)",
                "(-a) ** 2 → (-$.prim(s.a)) ** 2",
                "'a' in todo → $.has(s.todo, \"a\")",
                "todos.filter(t => t.done) → $.onList(s.todos, \"filter\", (t$) => t$?.done)",
                "todos.map(a => ({a, b})) → $.onList(s.todos, \"map\", (a$) => ({a: a$, b: s.b}))",
                "todo?.f(1).g → $.opt(s.todo, $0 => $.call($0, \"f\", 1)?.g)",
                "todo.f?.(a) → $.opt($.method(s.todo, \"f\"), $0 => $0(s.a))",
                "Math.max(a, 1) → Math.max($.prim(s.a), 1)",
                "todos.map(Number) → $.onList(s.todos, \"map\", Number)",
                "String(a) → $.str(s.a)",
                "Object.assign({}, a) → $.assign({}, s.a)",
                "{__proto__: 1, 'x y': 2, [a]: 3, ...b} → {[\"__proto__\"]: 1, \"x y\": 2, [$.prim(s.a)]: 3, ...s.b}",
                "todos.map(({id, x = 1}) => id) → $.onList(s.todos, \"map\", ($0) => { const id$ ="
                        + " $0?.id; const x$ = $.or($0?.x, () => 1); return id$; })",
                "Math.random() → $.fail(\"`Math.random` is there in handlers and `computed:` only\")",
                "window.alert(1) → $.fail(\"unknown name `window.alert`\")"
            })
    void emit_readable(String text, String expected) {
        assertThat(emit(text)).isEqualTo(expected);
    }

    @Test
    void emit_underAnotherHelperName() {
        JsExpressionEmitter emitter = new JsExpressionEmitter(name -> "$." + name, "x");
        assertThat(emitter.emit(Evaluated.parse("a + b"))).isEqualTo("x.add($.a, $.b)");
        assertThat(emitter.text(Evaluated.parse("a.length"))).isEqualTo("x.text(x.get($.a, \"length\"))");
    }

    @Test
    void emit_textsAreQuoted() {
        assertThat(emit("'\"\\\\\\n\\u2028</script>'")).isEqualTo("\"\\\"\\\\\\n\u2028</script>\"");
    }
}
