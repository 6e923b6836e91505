package io.hjx.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a script does without end is ended, with its line, and it and all others go on. */
class BombTest extends WithScripts {

    private ScriptInstance armed(String bomb) {
        return script(
                "{\"x\":0}",
                "export function init(store) {\n"
                        + "  store.on('run', () => { store.set('x', 1); " + bomb + " });\n"
                        + "  store.on('ok', () => store.set('x', 2));\n"
                        + "}\n");
    }

    private void goesOn(ScriptInstance script) {
        assertThat(json("x")).isEqualTo("0");
        deliver(script, "ok");
        assertThat(json("x")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) { try { for (;;) {} } catch {} }",
                "const a = []; for (;;) { a.length = 0; a.push(1); }",
                "for (;;) store.broadcast.call;",
                "for (;;) store.get('x');",
                "for (let i = 0; ; i++) store.set('x', i);",
                "/(?=(a+)+$)\\1b/.test('a'.repeat(40) + 'b');",
                "new Array(3e5).fill(0).sort(() => { for (;;) {} });",
                "for (const x of (function* () { for (;;) yield 1; })()) {}",
                "const p = new Proxy({}, { get() { for (;;) {} } }); p.x;",
                "JSON.stringify({ toJSON() { for (;;) {} } });"
            })
    void endless_isStoppedWithItsLine(String bomb) {
        ScriptInstance script = armed(bomb);
        assertThatThrownBy(() -> deliver(script, "run"))
                .isInstanceOf(ScriptException.class)
                .hasMessageMatching("test.hjx:4:\\d+: the script ran longer than 500 ms.*");
        goesOn(script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const f = () => f() + 1; f();",
                "const f = () => [1].map(f); f();",
                "const a = []; a[0] = a; JSON.stringify(a);",
                "let s = 'x'; for (;;) s += s;",
                "'x'.repeat(2e9);",
                "'x'.padEnd(2e9);",
                "new Array(2e6).join('xxxxxxxx');",
                "new Uint8Array(2e9);",
                "new ArrayBuffer(2e10);",
                "for (;;) setTimeout(() => {}, 1000);",
                "for (;;) store.broadcast('x', 1);",
                "for (let i = 0; ; i++) store.on('e' + i, () => {});",
                "for (;;) store.on('e', () => {});"
            })
    void tooMuch_isAnErrorOfTheScriptWithItsLine(String bomb) {
        instance.maxBroadcasts = 64;
        ScriptInstance script = armed(bomb);
        assertThatThrownBy(() -> deliver(script, "run"))
                .isInstanceOf(ScriptException.class)
                .hasMessageMatching("(?s)test.hjx:4:\\d+: .*(Error|longer than 500 ms).*");
        goesOn(script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const loop = () => queueMicrotask(loop); loop();",
                "const loop = async () => { for (;;) await null; }; loop();",
                "const again = () => Promise.resolve().then(again); again();",
                "for (let i = 0; i < 1e6; i++) queueMicrotask(() => {});",
                "for (let i = 0; i < 1e6; i++) Promise.reject(i);",
                "for (let i = 0; i < 1e6; i++) queueMicrotask(() => { throw new Error(i); });",
                "Promise.all(Array.from({ length: 1e6 }, async () => { await null; }));"
            })
    void endlessContinuations_areStopped(String bomb) {
        ScriptInstance script = script(
                "{\"x\":0}",
                "export function init(store) {\n" + "  store.on('run', () => { " + bomb
                        + " });\n  store.on('ok', () => store.set('x', 2));\n}\n");
        try {
            deliver(script, "run");
        } catch (ScriptException stopped) {
            assertThat(stopped).hasMessageMatching("(?s).*(longer than 500 ms|more than 1000 rejections).*");
        }
        assertThat(instance.failures).hasSizeLessThan(12);
        goesOn(script);
    }

    /** These, which bring others to their knees, the engine matches in linear time. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(60))", "/(a+)+$/.test('a'.repeat(40) + 'b')"})
    void regularExpression_catastrophicElsewhere_isHarmless(String expression) {
        script("{\"x\":0}", "export function init(store) { store.set('x', " + expression + "); }");
        assertThat(json("x")).isEqualTo("false");
    }

    @Test
    void compute_cut_leavesTheStoreOpen() {
        ScriptInstance script = script("{\"on\":false,\"x\":0}", """
                export function init(store) {
                  store.compute('endless', () => { if (store.get('on')) for (;;) {} return 1; });
                  store.on('run', () => store.set('on', true));
                  store.on('ok', () => store.set('x', 2));
                }
                """);
        assertThatThrownBy(() -> deliver(script, "run")).hasMessageContaining("longer than 500 ms");

        goesOn(script);
    }

    @Test
    void timers_aMillion_inATry_staysBounded() {
        script("export function init() { for (let i = 0; i < 1e4; i++) try { setInterval(() => {}, 1); } catch {} }");
        assertThat(instance.pendingTimers()).isEqualTo(10);
    }

    @Test
    void console_withoutEnd_isThrottledAndSaysSo() {
        ScriptInstance script = armed("for (;;) console.log('x'.repeat(1e5));");
        assertThatThrownBy(() -> deliver(script, "run")).hasMessageContaining("longer than 500 ms");
        assertThat(instance.logged)
                .hasSizeBetween(5, 10)
                .allSatisfy(
                        line -> assertThat(line).startsWith("INFO test.hjx:4:").hasSizeLessThan(8_300));
        assertThat(instance.failures)
                .extracting(Throwable::getMessage)
                .contains("test.hjx:3:1: the script writes more than 5 lines a second; the rest is left out");
        goesOn(script);
    }

    /** Its own engine, whose threads it uses up. */
    @Test
    void unstoppable_isAbandonedCountedReplacedAndRefusedAtTheBound() {
        GraalScriptEngine own = new GraalScriptEngine(
                new ScriptLimits(Duration.ofSeconds(20), Duration.ofMillis(100), 1, 1, 10, 5, 1_000_000));
        // A loop inside the engine that takes seconds and cannot be interrupted
        String stuck = """
                export function init(store) {
                  store.on('run', () => Array.prototype.indexOf.call({ length: 3e7 }, 1));
                }
                """;
        List<ScriptInstance> scripts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ScriptInstance script = instance.create(own, stuck);
            instance.turn(script::init);
            scripts.add(script);
        }
        for (int i = 0; i < 2; i++) {
            ScriptInstance script = scripts.get(i);
            assertThatThrownBy(() -> deliver(script, "run")).hasMessageContaining("could not be stopped");
            assertThat(own.abandonedThreads()).isEqualTo(i + 1);
        }
        assertThatThrownBy(() -> deliver(scripts.get(2), "run")).hasMessageContaining("no more scripts are run");
        own.close();
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("hjx-script"))
                .noneMatch(thread -> Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals("inLane"))));
    }
}
