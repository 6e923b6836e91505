package io.hjx.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.lang.value.Json;
import io.hjx.runtime.spi.ScriptException;
import io.hjx.runtime.spi.ScriptInstance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each continuation is kept or dropped on its own, also where it follows directly. */
class ContinuationTest extends WithScripts {

    /** Exactly one failure has been told, with its place. */
    private void failed(String message) {
        assertThat(instance.failures)
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessageStartingWith("test.hjx:").hasMessageContaining(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "Promise.resolve()",
                "(async () => 1)()",
                "{ then(done) { done(); } }",
                "new Promise((done) => queueMicrotask(done))"
            })
    void await_thenThrow_keepsWhatWasBefore(String awaited) {
        script("{\"a\":0,\"b\":0}", """
                export async function init(store) {
                  store.set('a', 1);
                  store.broadcast('a');
                  await %s;
                  store.set('b', 1);
                  store.broadcast('b');
                  throw new Error('boom');
                }
                """.formatted(awaited));
        assertThat(json("a") + json("b")).isEqualTo("10");
        assertThat(instance.broadcasts).containsExactly("a null");
        failed("test.hjx:9:");
    }

    @Test
    void throw_beforeTheFirstAwait_failsTheTurn() {
        ScriptInstance script = script("{\"a\":0}", """
                export function init(store) {
                  store.on('run', async () => {
                    store.set('a', 1);
                    throw new Error('boom');
                  });
                }
                """);
        assertThatThrownBy(() -> deliver(script, "run"))
                .isInstanceOf(ScriptException.class)
                .hasMessageMatching("test.hjx:6:\\d+: Error: boom");
        assertThat(json("a")).isEqualTo("0");
    }

    @Test
    void throw_inACalledFunction_dropsWhatThatSet() {
        script("{\"a\":0,\"b\":0,\"c\":0}", """
                async function load(store) {
                  await null;
                  store.set('b', 1);
                  throw new Error('late');
                }
                export async function init(store) {
                  store.set('a', 1);
                  await load(store);
                  store.set('c', 1);
                }
                """);
        assertThat(json("a") + json("b") + json("c")).isEqualTo("100");
        failed("Error: late");
    }

    @Test
    void throw_thatSomebodyCatches_isNoFailure() {
        script("{\"b\":0,\"c\":0}", """
                async function load(store) {
                  await null;
                  store.set('b', 1);
                  throw new Error('late');
                }
                export async function init(store) {
                  try { await load(store); } catch { store.set('c', 1); }
                }
                """);
        assertThat(json("b") + json("c")).isEqualTo("11");
        assertThat(instance.failures).isEmpty();
    }

    @Test
    void reject_withEqualTexts_failsItsOwnJobAlone() {
        script("{\"a\":0,\"b\":0}", """
                export function init(store) {
                  store.set('a', 1);
                  Promise.reject('no').catch(() => {});
                  queueMicrotask(() => { store.set('b', 1); Promise.reject('no'); });
                }
                """);
        assertThat(json("a") + json("b")).isEqualTo("10");
        failed("uncaught (in promise) no");
    }

    @Test
    void reject_withAText_dropsTheJobThatItCameFrom() {
        script("{\"a\":0,\"b\":0,\"c\":0}", """
                async function load(store) {
                  await null;
                  store.set('b', 1);
                  throw 'late';
                }
                export function init(store) {
                  store.set('a', 1);
                  load(store).then(() => store.set('c', 1));
                }
                """);
        assertThat(json("a") + json("b") + json("c")).isEqualTo("100");
        failed("uncaught (in promise) late");
    }

    @Test
    void others_areKept() {
        script("{\"a\":0,\"b\":0,\"c\":0}", """
                export function init(store) {
                  queueMicrotask(() => store.set('a', 1));
                  queueMicrotask(() => { store.set('b', 1); throw new Error('b'); });
                  Promise.resolve().then(() => store.set('c', 1));
                }
                """);
        assertThat(json("a") + json("b") + json("c")).isEqualTo("101");
        failed("Error: b");
    }

    @Test
    void afterATimer_isItsOwn() {
        script("{\"a\":0,\"b\":0}", """
                const pause = (ms) => new Promise((done) => setTimeout(done, ms));
                export async function init(store) {
                  await pause(10);
                  store.set('a', 1);
                  await null;
                  store.set('b', 1);
                  undefined.boom();
                }
                """);
        instance.advance(20);
        assertThat(json("a") + json("b")).isEqualTo("10");
        failed("test.hjx:9:");
    }

    @Test
    void runaway_dropsTheContinuationAlone() {
        script("{\"a\":0,\"b\":0}", """
                export function init(store) {
                  setTimeout(async () => {
                    store.set('a', 1);
                    await null;
                    store.set('b', 1);
                    for (;;) {}
                  }, 1);
                }
                """);
        instance.advance(5);
        assertThat(json("a") + json("b")).isEqualTo("10");
        failed("longer than 500 ms");
    }

    @Test
    void rejection_withoutAnError_isLogged() {
        script("export function init() { setTimeout(() => { Promise.reject({ code: 7 }); }, 1); }");
        instance.advance(5);
        failed("uncaught (in promise)");
    }

    @Test
    void compute_readingWhatWasDropped_isBroughtUpToDate() {
        ScriptInstance script = script("{\"a\":1,\"b\":1,\"sum\":0}", """
                export function init(store) {
                  store.compute('sum', () => store.get('a') + store.get('b'));
                  store.on('run', async () => {
                    await null;
                    store.set('a', 10);
                    queueMicrotask(() => store.set('b', 2));
                    throw new Error('boom');
                  });
                }
                """);
        instance.turn(state -> script.deliver("run", List.of(), Json.parse("{}"), state)
                .thenCompose(done -> script.recompute(Set.of("b", "sum"), state)));
        assertThat(json("a") + json("b") + json("sum")).isEqualTo("123");
    }
}
