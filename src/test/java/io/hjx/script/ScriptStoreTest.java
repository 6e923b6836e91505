package io.hjx.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.NumberValue;
import io.hjx.runtime.spi.ScriptInstance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code store} gives, takes, refuses and keeps up to date. */
class ScriptStoreTest extends WithScripts {

    private void failsOnce(String message) {
        assertThat(instance.failures)
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageStartingWith("test.hjx:").hasMessageContaining(message));
    }

    private void change(ScriptInstance script, String key, String value) {
        instance.state.put(key, Json.parse(value));
        instance.turn(state -> script.recompute(Set.of(key), state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store.get('o').list[0].n = 2",
                "store.get('o').list.push(1)",
                "store.get().o.list[0].n = 2",
                "store.get().x = 1",
                "delete store.get('o').list",
                "store.set = null",
                "Object.setPrototypeOf(store.get('o'), null)"
            })
    void get_isFrozenToTheBottom(String change) {
        assertThatThrownBy(() ->
                        script("{\"o\":{\"list\":[{\"n\":1}]}}", "export function init(store) { " + change + "; }"))
                .hasMessageContaining("TypeError");
        assertThat(json("o")).isEqualTo("{\"list\":[{\"n\":1}]}");
    }

    @Test
    void get_isACopyOfThen() {
        script("{\"a\":[1],\"b\":0}", """
                export function init(store) {
                  const before = store.get('a');
                  store.set('a', [1, 2]);
                  store.set('b', [before.length, store.get('a').length, store.get('nothing') === undefined]);
                }
                """);
        assertThat(json("b")).isEqualTo("[1,2,true]");
    }

    @Test
    void set_takesACopy() {
        script("{\"a\":0}", """
                export function init(store) {
                  const mine = { n: 1 };
                  store.set('a', mine);
                  mine.n = 2;
                }
                """);
        assertThat(json("a")).isEqualTo("{\"n\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "() => 1",
                "undefined",
                "10n",
                "Symbol('x')",
                "new Map([[1, 2]])",
                "new Set([1])",
                "(async () => 1)()",
                "{ f() {} }",
                "[[new Map()]]",
                "(() => { const a = {}; a.a = a; return a; })()",
                "{ toJSON() { throw new Error('no'); } }"
            })
    void set_whatIsNotJson_throwsATypeErrorWithItsPlace(String value) {
        assertThatThrownBy(
                        () -> script("{\"x\":0}", "export function init(store) {\n  store.set('x', " + value + ");\n}"))
                .hasMessageStartingWith("test.hjx:4:")
                .hasMessageContaining("TypeError: store.set(\"x\"): ")
                .hasMessageContaining("is not JSON");
        assertThat(json("x")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | null",
                "-Infinity | null",
                "[undefined] | [null]",
                "{ a: undefined, b: 1 } | {\"b\":1}",
                "new Date(0) | \"1970-01-01T00:00:00.000Z\"",
                "Object.assign(Object.create({ a: 1 }), { b: 2 }) | {\"b\":2}"
            })
    void set_isNormalizedAsJson(String value, String expected) {
        script("{\"x\":0}", "export function init(store) { store.set('x', " + value + "); }");
        assertThat(json("x")).isEqualTo(expected);
    }

    @Test
    void set_undeclaredKey_failsTheTurn() {
        assertThatThrownBy(() -> script("{\"x\":0}", "export function init(store) {\n  store.set({ x: 1, y: 2 });\n}"))
                .hasMessageMatching("test.hjx:4:\\d+: Error: `y` is not declared");
        assertThat(json("x")).isEqualTo("0");
    }

    @Test
    void compute_followsConditionalReads() {
        ScriptInstance script = script("{\"first\":true,\"a\":1,\"b\":10}", """
                let runs = 0;
                export function init(store) {
                  store.compute('shown', () => [++runs, store.get('first') ? store.get('a') : store.get('b')]);
                }
                """);
        assertThat(script.computesFrom(Set.of("b"))).isFalse();
        change(script, "first", "false");
        assertThat(json("shown")).isEqualTo("[2,10]");
        assertThat(script.computesFrom(Set.of("a"))).isFalse();
        change(script, "b", "11");
        assertThat(json("shown")).isEqualTo("[3,11]");
    }

    @Test
    void compute_evaluatesEachOnceBehindWhatItReads() {
        ScriptInstance script = script("{\"a\":1}", """
                let runs = 0;
                export function init(store) {
                  const sum = () => (store.get('left') ?? 0) + (store.get('right') ?? 0);
                  store.compute('sum', () => [++runs, sum()]);
                  store.compute('left', () => store.get('a') + 1);
                  store.compute('right', () => store.get('left') + store.get('a'));
                  runs = 0;
                }
                """);
        change(script, "a", "5");
        assertThat(json("sum")).isEqualTo("[1,17]");
    }

    @Test
    void compute_ofEverything_followsEverything() {
        ScriptInstance script = script("{\"a\":1}", """
                export function init(store) {
                  store.compute('keys', () => Object.keys(store.get()).filter((key) => key !== 'keys').join());
                }
                """);
        assertThat(script.computesFrom(Set.of("whatever"))).isTrue();
        change(script, "b", "1");
        assertThat(json("keys")).isEqualTo("\"a,b\"");
    }

    @Test
    void compute_cycle_isReportedAndHarmless() {
        script("{\"a\":1}", """
                export function init(store) {
                  store.compute('x', () => (store.get('y') ?? 0) + 1);
                  store.compute('y', () => store.get('x') + 1);
                  store.compute('z', () => store.get('z'));
                  store.set('a', 2);
                }
                """);
        assertThat(instance.failures)
                .extracting(Throwable::getMessage)
                .anyMatch(text -> text.contains("a cycle: x -> y -> x"))
                .anyMatch(text -> text.contains("a cycle: z -> z"))
                .allMatch(text -> text.startsWith("test.hjx:"));
        assertThat(json("a")).isEqualTo("2");
    }

    @Test
    void compute_setInside_isRefused() {
        script("{\"a\":1}", "export function init(store) { store.compute('c', () => store.set('a', 2)); }");
        failsOnce("store.set inside the function of store.compute");
        assertThat(json("a")).isEqualTo("1");
    }

    @Test
    void compute_ofAFunctionThatIsNone_throws() {
        assertThatThrownBy(() -> script("export function init(store) { store.compute('c', 5); }"))
                .hasMessageContaining("is not a function");
    }

    @Test
    void on_severalListeners_runInOrder_withFrozenArguments() {
        ScriptInstance script = script("{\"seen\":[]}", """
                export function init(store) {
                  for (const n of [1, 2]) {
                    store.on('add', (data, client) => {
                      const frozen = [data, client, client.args, client.user].every(Object.isFrozen);
                      store.set('seen', [...store.get('seen'), [n, data.x, client.id, client.user.name, frozen]]);
                    });
                  }
                }
                """);
        instance.turn(state -> script.deliver(
                "add",
                List.of(Json.parse("{\"x\":7}"), new NumberValue(8)),
                Json.parse("{\"id\":\"c1\",\"user\":{\"name\":\"Ada\"}}"),
                state));
        assertThat(json("seen")).isEqualTo("[[1,7,\"c1\",\"Ada\",true],[2,7,\"c1\",\"Ada\",true]]");
    }

    @Test
    void on_thrown_dropsSetsAndBroadcasts() {
        ScriptInstance script = script("{\"x\":0}", """
                export function init(store) {
                  store.on('run', () => {
                    store.set('x', 1);
                    store.broadcast('never');
                    null.boom();
                  });
                }
                """);
        assertThatThrownBy(() -> deliver(script, "run")).hasMessageStartingWith("test.hjx:7:");
        assertThat(json("x")).isEqualTo("0");
        assertThat(instance.broadcasts).isEmpty();
    }

    @Test
    void stop_runsWhatInitReturned() {
        script("export function init() { return () => console.log('bye'); }").stop();
        await(() -> !instance.logged.isEmpty());
        assertThat(instance.logged.get(0)).endsWith("bye");
    }

    @Test
    void stop_runsWhatAnAsyncInitReturned() {
        script("export async function init() { await null; return () => console.log('bye'); }")
                .stop();
        await(() -> !instance.logged.isEmpty());
        assertThat(instance.logged.get(0)).endsWith("bye");
    }

    @Test
    void stop_storeIsClosed() {
        script("{\"x\":0}", "export function init(store) {\n  return () => store.set('x', 1);\n}\n")
                .stop();
        await(() -> !instance.failures.isEmpty());
        failsOnce("the store is closed");
        assertThat(json("x")).isEqualTo("0");
    }

    @Test
    void stop_ofAnEndlessFunction_isBounded() {
        script("export function init() { return () => { for (;;) {} }; }").stop();
        await(() -> !instance.failures.isEmpty());
        script("{\"x\":0}", "export function init(store) { store.set('x', 1); }");
        assertThat(json("x")).isEqualTo("1");
    }

    @Test
    void stop_whileATurnRuns_holdsNoOtherThread() {
        ScriptInstance busy = script("export function init(store) { store.on('run', () => { for (;;) {} }); }");
        busy.deliver("run", List.of(), Json.parse("{}"), instance.openState());
        for (int i = 0; i < 4; i++) {
            script("export function init() {}").stop();
        }
        busy.stop();
        long before = System.nanoTime();
        script("{\"x\":0}", "export function init(store) { store.set('x', 1); }");
        assertThat(System.nanoTime() - before).isLessThan(TURN.toNanos() * 10);
        assertThat(json("x")).isEqualTo("1");
    }

    @Test
    void init_missing_isFine() {
        assertThat(script("const x = 1;").listensTo("x")).isFalse();
    }
}
