package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.eval.Builtin;
import io.hjx.lang.eval.Builtins;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The edge cases of {@link AgreementTest} call every function and method of the language. */
class BuiltinCoverageTest {

    /** Replaces every built-in of the engine by one that notes its call. */
    private static final String RECORDER = """
            const called = new Set();
            let recording = false;
            const notes = (name, f) => new Proxy(f, {
              apply(target, self, args) { if (recording) called.add(name); return Reflect.apply(target, self, args); }
            });
            const wrap = (holder, prefix) => {
              for (const name of Object.getOwnPropertyNames(holder)) {
                const { value, writable } = Object.getOwnPropertyDescriptor(holder, name);
                if (typeof value === 'function' && writable && name !== 'constructor') {
                  Object.defineProperty(holder, name, { value: notes(prefix + name, value) });
                }
              }
            };
            for (const kind of [String, Array, Number, Boolean, Object]) wrap(kind.prototype, kind.name + '#');
            const spaces = ['Math', 'Number', 'String', 'Object', 'Array', 'JSON'];
            for (const space of spaces) wrap(globalThis[space], space + '.');
            for (const name of ['Number', 'String', 'Boolean', 'parseInt', 'parseFloat', 'isNaN', 'isFinite',
                'encodeURIComponent']) globalThis[name] = notes(name, globalThis[name]);
            const run = (f) => { recording = true; try { f(); } catch {} recording = false; };
            """;

    private static Stream<String> names(String prefix, Collection<Builtin> builtins) {
        return builtins.stream().filter(each -> !each.serverOnly()).map(each -> prefix + each.name());
    }

    private static Set<String> wanted() {
        return Stream.of(
                        names("", Builtins.globals().values()),
                        names("String#", Builtins.stringMethods().values()),
                        names("Array#", Builtins.listMethods().values()),
                        names("Number#", Builtins.numberMethods().values()),
                        names("Boolean#", Builtins.booleanMethods().values()),
                        names("Object#", Builtins.objectMethods().values()))
                .flatMap(each -> each)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void edgeCases_callEveryBuiltin() {
        Set<String> missing = wanted();
        try (JavaScript javaScript = new JavaScript()) {
            String functions = Stream.of(EdgeCases.PLAIN, EdgeCases.OWN)
                    .flatMap(List::stream)
                    .map(AgreementTest::plain)
                    .map(source -> "() => (" + source + ")")
                    .collect(Collectors.joining(",\n"));
            // The values are made before the recording, the functions run after it has begun
            String called = javaScript
                    .run("{" + AgreementTest.before() + "\nconst all = [" + functions + "];\n" + RECORDER
                            + "all.forEach(run); recording = false; [...called].join(' ')}")
                    .asString();
            missing.removeAll(Set.of(called.split(" ")));
        }
        assertThat(missing).isEmpty();
    }
}
