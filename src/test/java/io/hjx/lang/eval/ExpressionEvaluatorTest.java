package io.hjx.lang.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionEvaluatorTest {

    private static final String STATE = "{\"count\":41,\"items\":[3,1,2],\"user\":{\"name\":\"Ada\"},\"nil\":null,"
            + "\"Math\":{\"round\":1},\"text\":\"abc\"}";

    private static final Surroundings SURROUNDINGS = new Surroundings() {
        @Override
        public long currentMillis() {
            return 1_700_000_000_123L;
        }

        @Override
        public double random() {
            return 0.25;
        }

        @Override
        public String uuid() {
            return "00000000-0000-4000-8000-000000000000";
        }
    };

    private static Value onServer(String text) {
        return ExpressionEvaluator.with(SURROUNDINGS)
                .evaluate(Evaluated.parse(text), Evaluated.names("{}"), Budget.standard());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "count + 1 → 42",
                "items + [4] → [3,1,2,4]",
                "items.push(4, 5) → [3,1,2,4,5]",
                "items.unshift(0) → [0,3,1,2]",
                "items.sort() → [1,2,3]",
                "items.reverse() → [2,1,3]",
                "nil.a.b → undefined",
                "user.__proto__ → undefined",
                "user.constructor → undefined",
                "text.length → 3",
                "items.keys() → [0,1,2]",
                "[1,,2] → [1,null,2]",
                "JSON.parse('{\"a\":1,\"b\":2}', (k, v) => k === 'a' ? undefined : v) → {\"b\":2}",
                "((a, b) => a + b + count)(1, 2) → 44",
                "items.map(count => count) → [3,1,2]",
                "Math.round → 1"
            })
    void evaluate_ownRules(String text, String expected) {
        assertThat(Evaluated.json(text, STATE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "conut + 1 → 0 → unknown name `conut`",
                "1 + user.name() → 4 → `user.name` is a string, no function",
                "nil.foo() → 0 → `null` has no method `foo`",
                "text.foo() → 0 → a string has no method `foo`",
                "items.splice(1) → 0 → a list has no method `splice`; use `toSpliced`, which returns the new list",
                "[...nil] → 1 → `null` is no list",
                "1 in 2 → 5 → `in` looks into an object, and a number is none",
                "[].reduce((a, b) => a) → 0 → an empty list has no first item to start from: pass a start value as"
                        + " second argument",
                "items.map(1) → 0 → `map` needs a function, for instance `x => x.id`",
                "JSON.parse('{') → 0 → the text is not JSON: unexpected end at offset 1",
                "Object.nope() → 7 → `Object` has no function `nope`",
                "Date.now() → 0 → `Date.now` is there in handlers and `computed:` only, where the server runs alone",
                "text.match('a') → 0 → a string has no method `match`; there are no regular expressions; use"
                        + " `includes`, `startsWith` or `split`"
            })
    void evaluate_faultSaysWhereAndWhat(String text, int start, String message) {
        assertThatExceptionOfType(EvaluationException.class)
                .isThrownBy(() -> Evaluated.of(text, STATE))
                .withMessage(message)
                .satisfies(fault -> assertThat(fault.span().start()).isEqualTo(start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(f => f(f))(f => f(f))",
                "'x'.repeat(2000000)",
                "'x'.padStart(1e9)",
                "Array.from({length: 1e9})",
                "Array.from({length: 2000}, (_, i) => i).map(i => Array.from({length: 2000}, (_, j) => i * j).length)",
                "Array.from({length: 900000}).reduce((a, b) => a + 1, 0)",
                "Array.from({length: 100}).reduce((a) => [a, a], [])",
                "Array.from({length: 1000}).reduce((a) => [a], [])",
                "Array.from({length: 100}).reduce((a) => a + a, 'x')",
                "Array.from({length: 100}).reduce((a) => a + a, [1])",
                "Array.from({length: 100}).reduce((a) => a.replaceAll('x', 'xx'), 'x')",
                "Array.from({length: 100}).reduce((a) => `${a}${a}`, 'x')",
                "Array.from({length: 100}).reduce((a) => a.concat(a), 'x')",
                "Array.from({length: 100}).reduce((a) => a.flatMap(x => [x, x]), [1])",
                "Array.from({length: 100}).reduce((a) => JSON.stringify([a, a]), 'x')",
                "Array.from({length: 100}).reduce((a) => [a, a].join('-'), 'x')",
                "Array.from({length: 5000}).reduce((a, _, i) => ({...a, [i]: i}), {})",
                "'x'.repeat(900000).replaceAll('x', 'y'.repeat(900000))"
            })
    void evaluate_budgetEndsIt(String text) {
        assertThatExceptionOfType(BudgetExceededException.class).isThrownBy(() -> Evaluated.of(text));
    }

    @Test
    void evaluate_budgetIsLeftAsDeepAsItWasEntered() {
        Budget budget = new Budget(10_000, 20, 1000);
        for (int i = 0; i < 100; i++) {
            assertThatExceptionOfType(EvaluationException.class)
                    .isThrownBy(() -> ExpressionEvaluator.pure()
                            .evaluate(Evaluated.parse("[1].map(x => [nope])"), name -> null, budget));
        }
    }

    @Test
    void evaluate_appendToALongList() {
        ListValue.Builder items = new ListValue.Builder(10_000);
        for (int i = 0; i < 10_000; i++) {
            items.add(ObjectValue.of(Map.of("id", NumberValue.of(i))));
        }
        ListValue list = items.build();
        Names names = name -> name.equals("items") ? list : null;
        Budget budget = new Budget(2_000, 200, 1_000_000);
        ListValue longer =
                (ListValue) ExpressionEvaluator.pure().evaluate(Evaluated.parse("[...items, {id: 1}]"), names, budget);
        assertThat(longer.size()).isEqualTo(10_001);
        assertThat(longer.get(77)).isSameAs(list.get(77));
    }

    @Test
    void evaluate_theWorldOutsideComesThroughThePort() {
        assertThat(Json.print(onServer("[Date.now(), Math.random(), uuid()]")))
                .isEqualTo("[1700000000123,0.25,\"00000000-0000-4000-8000-000000000000\"]");
        assertThat(Json.print(onServer("(1234567.891).toLocaleString()"))).isEqualTo("\"1,234,567.891\"");
        assertThat(Json.print(onServer("(1234.5).toLocaleString('de', {minimumFractionDigits: 2})")))
                .isEqualTo("\"1.234,50\"");
        assertThat(Json.print(onServer("['\u00e4', 'z', 'a'].sort((a, b) => a.localeCompare(b))")))
                .isEqualTo("[\"a\",\"\u00e4\",\"z\"]");
    }

    @Test
    void builtins_catalog() {
        assertThat(Builtins.globals()).containsKeys("Math.round", "parseInt", "Object.entries", "uuid", "JSON.parse");
        assertThat(Builtins.globals().get("Date.now").serverOnly()).isTrue();
        assertThat(Builtins.stringMethods().get("padStart").required()).isEqualTo(1);
        assertThat(Builtins.listMethods().get("push").allowed()).isEqualTo(Builtin.ANY);
    }
}
