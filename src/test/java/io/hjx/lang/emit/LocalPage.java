package io.hjx.lang.emit;

import io.hjx.lang.CompiledComponent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** A component's state as a page without a server keeps it, in a real JavaScript engine. */
public final class LocalPage implements AutoCloseable {

    private static final Path FOLDER = Path.of("src/main/webapp/hjx/local").toAbsolutePath();

    /** What a browser has and the engine lacks, and a world without chance. */
    private static final String WORLD = """
            globalThis.structuredClone = (value) => JSON.parse(JSON.stringify(value));
            globalThis.programs = {};
            let made = 0;
            Date.now = () => 1_000;
            Math.random = () => 0.5;
            """;

    private static final String MODULES = """
            import { everything } from "%1$s/everything.js";
            import { program, put } from "%1$s/program.js";
            import { LocalStore } from "%1$s/store.js";
            Object.assign(globalThis, { everything, program, put, LocalStore });
            """;

    private static final String PAGE = """
            everything.uuid = () => `id-${++made}`;
            const events = [];
            const store = new LocalStore(programs["%s"], [%s], "c", {
              onChange: () => {},
              onEvent: (event, data) => events.push(`${event}=${JSON.stringify(data)}`),
            });
            let outcome = "";
            function send(action) {
              outcome = "pending";
              store.send({ version: store.version, ...action })
                .then(() => (outcome = "done"), (error) => (outcome = `${error.code}: ${error.message}`));
            }
            """;

    private final Context context;

    private LocalPage() {
        context = Context.newBuilder("js")
                .allowExperimentalOptions(true)
                .allowIO(IOAccess.ALL)
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    /** Begins to keep a component's state. */
    public static LocalPage of(CompiledComponent component) {
        LocalPage page = new LocalPage();
        page.context.eval("js", WORLD);
        page.context.eval(module(MODULES.formatted(FOLDER)));
        page.define(component);
        String personal = component.program().usesInListsPerClient().stream()
                .map(JsText::string)
                .collect(Collectors.joining(", "));
        page.context.eval("js", PAGE.formatted(component.source().path(), personal));
        return page;
    }

    private static Source module(String text) {
        try {
            return Source.newBuilder("js", text, "page.mjs")
                    .mimeType("application/javascript+module")
                    .build();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The program's module as a script: the engine knows no addresses such as {@code hjx:program/Row}. */
    private void define(CompiledComponent component) {
        component.imports().forEach(this::define);
        StringBuilder children = new StringBuilder();
        component
                .model()
                .imports()
                .forEach((alias, imported) -> children.append("const ")
                        .append(alias)
                        .append("$ = programs[\"")
                        .append(imported.source().path())
                        .append("\"];\n"));
        String text = ProgramEmitter.emit(component.model())
                .text()
                .replaceAll("(?m)^import .*$", "")
                .replace("export default", "programs[\"" + component.source().path() + "\"] =");
        context.eval("js", "{ const $ = everything; " + children + text + "}");
    }

    /** Does something; its outcome is {@code done}, or a code and a message. */
    public String send(String action) {
        context.eval("js", "send(" + action + ")");
        return context.eval("js", "outcome").asString();
    }

    /** The value of a key as JSON; of a root's name that was never set its first one. */
    public String value(String key) {
        Value value = context.eval(
                "js",
                "{ const all = { ...store.values() }; JSON.stringify(all[" + JsText.string(key) + "]) ?? 'absent' }");
        return value.asString();
    }

    /** What a script makes of the page's {@code store}. */
    public String run(String script) {
        return context.eval("js", script).toString();
    }

    /** The events that were sent since the last call. */
    public String events() {
        return context.eval("js", "events.splice(0).join(' ')").asString();
    }

    @Override
    public void close() {
        context.close(true);
    }
}
