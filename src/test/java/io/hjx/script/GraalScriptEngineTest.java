package io.hjx.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptInstance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraalScriptEngineTest extends WithScripts {

    @Test
    void prepare_beforeAnyScript_leavesNothingBehind() {
        GraalScriptEngine fresh = new GraalScriptEngine(ScriptLimits.STANDARD);
        fresh.prepare();
        fresh.close();
        assertThat(fresh.abandonedThreads()).isZero();
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("hjx-script-close")));
    }

    @Test
    void init_setsState() {
        instance.state.put("count", NumberValue.ZERO);
        script("export function init(store) {\n  store.set('count', store.get('count') + 1);\n}\n");
        assertThat(instance.state).containsEntry("count", new NumberValue(1));
    }

    @Test
    void init_severalKeys_areSetTogether() {
        instance.state.put("a", NumberValue.ZERO);
        instance.state.put("b", NumberValue.ZERO);
        script("export function init(store) { store.set({ a: [1, { x: 'ü' }], b: null }); }");
        assertThat(json("a")).isEqualTo("[1,{\"x\":\"ü\"}]");
        assertThat(json("b")).isEqualTo("null");
    }

    @Test
    void init_thatThrows_keepsNothingAndNamesTheLine() {
        instance.state.put("count", NumberValue.ZERO);
        assertThatThrownBy(() -> script("""
                export function init(store) {
                  store.set('count', 5);
                  throw new Error('boom');
                }
                """))
                .isInstanceOf(ScriptException.class)
                .hasMessageMatching("test.hjx:5:\\d+: Error: boom");
        assertThat(instance.state).containsEntry("count", NumberValue.ZERO);
    }

    @Test
    void syntaxError_namesTheLine() {
        assertThatThrownBy(() -> script("export function init(store) {\n  let = ;\n}\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("test.hjx:4:");
    }

    @Test
    void get_givesFrozenCopies() {
        instance.state.put("list", Json.parse("[{\"n\":1}]"));
        assertThatThrownBy(() -> script("export function init(store) { store.get('list')[0].n = 2; }"))
                .hasMessageContaining("TypeError");
        assertThat(json("list")).isEqualTo("[{\"n\":1}]");
    }

    @Test
    void set_undeclaredKey_throwsInTheScript() {
        script("export function init(store) { try { store.set('nope', 1); } catch (e) { console.log(e.message); } }");
        assertThat(instance.logged).containsExactly("INFO test.hjx:3:81: `nope` is not declared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"() => 1", "undefined", "10n", "(() => { const a = []; a.push(a); return a; })()"})
    void set_whatIsNotJson_throws(String value) {
        instance.state.put("x", NumberValue.ZERO);
        assertThatThrownBy(() -> script("export function init(store) { store.set('x', " + value + "); }"))
                .hasMessageContaining("is not JSON");
    }

    @Test
    void interval_ticksUntilStopped() {
        instance.state.put("ticks", NumberValue.ZERO);
        ScriptInstance script = script("""
                export function init(store) {
                  setInterval(() => store.set('ticks', store.get('ticks') + 1), 1000);
                }
                """);
        instance.advance(3_500);
        assertThat(instance.state).containsEntry("ticks", new NumberValue(3));
        script.stop();
        instance.advance(10_000);
        assertThat(instance.state).containsEntry("ticks", new NumberValue(3));
        assertThat(instance.pendingTimers()).isZero();
    }

    @Test
    void timeout_ofAFractionOfAMillisecond_works() {
        instance.state.put("x", NumberValue.ZERO);
        script("export function init(store) { setTimeout(() => store.set('x', 1), 10 / 3); }");
        instance.advance(5);
        assertThat(instance.state).containsEntry("x", new NumberValue(1));
    }

    @Test
    void timers_pastTheBound_areRefused() {
        assertThatThrownBy(() -> script("export function init() { for (;;) setTimeout(() => {}, 1000); }"))
                .hasMessageContaining("more than 10 timers");
    }

    @Test
    void promises_andTimeoutsWork() {
        instance.state.put("x", NumberValue.ZERO);
        script("""
                const pause = (ms) => new Promise((done) => setTimeout(done, ms));
                export async function init(store) {
                  await pause(10);
                  store.set('x', 1);
                  await pause(10);
                  store.set('x', 2);
                }
                """);
        instance.advance(15);
        assertThat(instance.state).containsEntry("x", new NumberValue(1));
        instance.advance(15);
        assertThat(instance.state).containsEntry("x", new NumberValue(2));
    }

    @Test
    void rejectedPromise_dropsTheTurn() {
        instance.state.put("x", NumberValue.ZERO);
        script("""
                export function init(store) {
                  setTimeout(async () => { store.set('x', 1); throw new Error('late'); }, 5);
                }
                """);
        instance.advance(10);
        assertThat(instance.state).containsEntry("x", NumberValue.ZERO);
        assertThat(instance.failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("late"));
    }

    @Test
    void on_getsDataAndClient() {
        instance.state.put("last", NumberValue.ZERO);
        ScriptInstance script = script("export function init(store) {"
                + " store.on('add', (n, client) => store.set('last', [n, client.id, client.args])); }");
        assertThat(script.listensTo("add")).isTrue();
        assertThat(script.listensTo("other")).isFalse();
        instance.turn(state -> script.deliver(
                "add", List.of(new NumberValue(3), new StringValue("b")), Json.parse("{\"id\":\"c1\"}"), state));
        assertThat(json("last")).isEqualTo("[3,\"c1\",[3,\"b\"]]");
    }

    @Test
    void compute_followsWhatItReads() {
        instance.state.put("a", new NumberValue(1));
        instance.state.put("b", new NumberValue(1));
        ScriptInstance script = script("""
                export function init(store) {
                  store.compute('double', () => store.get('a') * 2);
                  store.compute('quadruple', () => store.get('double') * 2);
                  store.set('a', 2);
                }
                """);
        assertThat(instance.state).containsEntry("quadruple", new NumberValue(8));
        assertThat(script.computedNames()).containsExactlyInAnyOrder("double", "quadruple");
        assertThat(script.computesFrom(Set.of("b"))).isFalse();
        instance.state.put("a", new NumberValue(5));
        assertThat(script.computesFrom(Set.of("a"))).isTrue();
        instance.turn(state -> script.recompute(Set.of("a"), state));
        assertThat(instance.state)
                .containsEntry("double", new NumberValue(10))
                .containsEntry("quadruple", new NumberValue(20));
    }

    @Test
    void compute_thatThrows_keepsItsLastValueAndSaysWhere() {
        instance.state.put("a", new NumberValue(1));
        ScriptInstance script = script("""
                export function init(store) {
                  store.compute('c', () => {
                    if (store.get('a') > 1) throw new Error('too much');
                    return 'fine';
                  });
                }
                """);
        instance.state.put("a", new NumberValue(2));
        instance.turn(state -> script.recompute(Set.of("a"), state));
        assertThat(json("c")).isEqualTo("\"fine\"");
        assertThat(instance.failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageStartingWith("test.hjx:5:")
                        .hasMessageContaining("too much"));
    }

    @Test
    void broadcast_belongsToTheTurn() {
        script("export function init(store) { store.broadcast('hello', { to: 'all' }); store.broadcast('bare'); }");
        assertThat(instance.broadcasts).containsExactly("hello {\"to\":\"all\"}", "bare null");
    }

    @Test
    void import_isRefusedWithAClearError() {
        assertThatThrownBy(() -> script("import fs from 'fs';\nexport function init() {}\n"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("a script cannot import");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", "Packages", "load", "print", "Polyglot", "Graal", "process", "require", "fetch"})
    void hostNames_areNotThere(String name) {
        instance.state.put("kind", NumberValue.ZERO);
        script("export function init(store) { store.set('kind', typeof " + name + "); }");
        assertThat(json("kind")).isEqualTo("\"undefined\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"while (true) {}", "for (;;) { try { for (;;) {} } catch {} }"})
    void runaway_isStoppedAndTheScriptGoesOn(String loop) {
        instance.state.put("x", NumberValue.ZERO);
        ScriptInstance script = script("export function init(store) { store.on('run', () => { store.set('x', 1); "
                + loop + " }); store.on('ok', () => store.set('x', 2)); }");
        assertThatThrownBy(() -> instance.turn(state -> script.deliver("run", List.of(), Json.parse("{}"), state)))
                .hasMessageContaining("longer than 500 ms");
        assertThat(instance.state).containsEntry("x", NumberValue.ZERO);
        instance.turn(state -> script.deliver("ok", List.of(), Json.parse("{}"), state));
        assertThat(instance.state).containsEntry("x", new NumberValue(2));
    }

    @Test
    void recursion_withoutEnd_isAnError() {
        assertThatThrownBy(() -> script("const f = () => f() + 1;\nexport function init() { f(); }\n"))
                .hasMessageContaining("RangeError");
    }

    @Test
    void stringBomb_isAnError() {
        assertThatThrownBy(() -> script("export function init() { let s = 'x'; for (;;) s += s; }"))
                .isInstanceOf(ScriptException.class);
    }

    @Test
    void console_isBounded() {
        script("export function init() { for (let i = 0; i < 100; i++) console.log('line', i, { i }); }");
        assertThat(instance.logged).hasSize(5).first().isEqualTo("INFO test.hjx:3:64: line 0 {\"i\":0}");
        assertThat(instance.failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("more than 5 lines a second"));
    }
}
