package io.hjx.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script reaches nothing of the server and nothing of another script. */
class ConfinementTest extends WithScripts {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import fs from 'fs';",
                "import './other.js';",
                "import * as os from 'node:os';",
                "export * from 'https://example.org/x.js';"
            })
    void import_ofAnything_isRefusedWithItsPlace(String statement) {
        assertThatThrownBy(() -> script("// first\n" + statement + "\nexport function init() {}\n"))
                .hasMessageStartingWith("test.hjx:")
                .hasMessageContaining("a script cannot import");
    }

    @Test
    void import_dynamic_isRefused() {
        assertThatThrownBy(() -> script("export async function init() {\n  await import('fs');\n}\n"))
                .hasMessageStartingWith("test.hjx:3:8: ")
                .hasMessageContaining("a script cannot import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "globalThis.constructor.constructor('return typeof Java')()",
                "typeof (0, eval)('this').Polyglot",
                "typeof Object.getOwnPropertyDescriptor(globalThis, 'Graal')",
                "typeof store.get.constructor('return globalThis.Packages')()",
                "typeof console.log.constructor('return globalThis.loadWithNewGlobal')()",
                "typeof globalThis.quit",
                "typeof globalThis.read",
                "typeof globalThis.java"
            })
    void host_isOutOfReach(String expression) {
        script("{\"x\":0}", "export function init(store) { store.set('x', " + expression + "); }");
        assertThat(json("x")).isEqualTo("\"undefined\"");
    }

    @Test
    void prototypes_ofOneScript_neverReachAnother() {
        script("""
                Object.prototype.polluted = 1;
                Array.prototype.map = () => 'hijacked';
                globalThis.shared = 1;
                JSON.stringify = () => '"hijacked"';
                Promise.prototype.then = () => {};
                export function init() {}
                """);
        script("{\"x\":0}", """
                export function init(store) {
                  const clean = ({}).polluted === undefined;
                  store.set('x', [clean, [1].map((v) => v + 1), typeof shared, JSON.stringify(1)]);
                }
                """);
        assertThat(json("x")).isEqualTo("[true,[2],\"undefined\",\"1\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"let = ;", "export function init( {", "const a = 1; const a = 2;", "const a = 08n;"})
    void syntaxError_hasLineAndColumn(String text) {
        assertThatThrownBy(() -> script("// first\n" + text + "\n"))
                .hasMessageMatching("(?s)test.hjx:[45]:\\d+: SyntaxError.*");
    }

    @Test
    void error_inAFunctionBelow_namesItsOwnLine() {
        assertThatThrownBy(() -> script("""
                const deep = (o) => o.missing.thing;
                export function init(store) {
                  deep({});
                }
                """)).hasMessageMatching("test.hjx:3:\\d+: TypeError: .*");
    }
}
