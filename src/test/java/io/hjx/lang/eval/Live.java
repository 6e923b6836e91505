package io.hjx.lang.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.ImportResolver;
import io.hjx.lang.analyze.Site;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.diagnostic.Severity;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A component with one client, driven as an instance drives it: an action, then what is computed. */
final class Live implements Effects {

    final ComponentProgram program;
    final MemoryState state = new MemoryState();
    final List<String> effects = new ArrayList<>();
    final List<String> unhandled = new ArrayList<>();
    boolean handlesAll;

    private Live(ComponentProgram program) {
        this.program = program;
        program.recompute(null, state, Budget.standard());
        program.recomputeLocal(null, state, Budget.standard());
    }

    static Live of(String... lines) {
        return of(Map.of(), lines);
    }

    /** A component that imports others, by path. */
    static Live of(Map<String, String> others, String... lines) {
        return new Live(ComponentProgram.of(compile(others, String.join("\n", lines))));
    }

    private static ComponentModel compile(Map<String, String> others, String text) {
        Diagnostics diagnostics = new Diagnostics();
        SourceLoader loader = (importing, path) -> others.containsKey(path)
                ? new SourceLoader.Found(new SourceFile(path, others.get(path)))
                : new SourceLoader.Missing(path);
        ComponentModel model =
                new ImportResolver(loader, Parser::parse, diagnostics).compile(new SourceFile("main.hjx", text));
        assertThat(diagnostics.list().stream()
                        .filter(found -> found.severity() == Severity.ERROR)
                        .map(Diagnostic::toString))
                .isEmpty();
        return model;
    }

    Live call(String handler, String... arguments) {
        List<Value> values = List.of(arguments).stream().map(Json::parse).toList();
        program.call(handler, values, state, this, Budget.standard());
        return settle();
    }

    Live trigger(SiteRef site) {
        return trigger(site, "{}", "{}");
    }

    Live trigger(SiteRef site, String event, String element) {
        ComponentProgram.ClientEvent sent = new ComponentProgram.ClientEvent(Json.parse(event), Json.parse(element));
        program.trigger(site, sent, state, this, Budget.standard(), (handler, arguments, sources) -> {
            unhandled.add(handler + arguments.stream().map(Json::print).toList());
            return handlesAll;
        });
        return settle();
    }

    Live bind(SiteRef site, String value) {
        program.bind(site, Json.parse(value), state, Budget.standard());
        return settle();
    }

    Live set(String path, String value) {
        program.set(path, Json.parse(value), state, Budget.standard());
        return settle();
    }

    /** Brings computed names up to date. */
    Live settle() {
        Set<String> shared = new LinkedHashSet<>(state.changedShared);
        if (!shared.isEmpty()) {
            program.recompute(shared, state, Budget.standard());
        }
        Set<String> all = new LinkedHashSet<>(state.changedShared);
        all.addAll(state.changedLocal);
        state.changedShared.clear();
        state.changedLocal.clear();
        if (program.localDependsOn(all)) {
            program.recomputeLocal(all, state, Budget.standard());
            state.changedLocal.clear();
        }
        return this;
    }

    /** A name of the root as JSON. */
    String show(String name) {
        Value value = program.frame(state, Budget.standard()).find(name);
        return value == null ? "nothing" : Json.print(value);
    }

    /** A flat shared key as JSON. */
    String shared(String key) {
        Value value = state.shared(key);
        return value == null ? "absent" : Json.print(value);
    }

    String local(String key) {
        Value value = state.local(key);
        return value == null ? "absent" : Json.print(value);
    }

    /** The root's binding of this handler or bound path. */
    int site(String target) {
        return site(program.root(), target);
    }

    static int site(ComponentModel component, String target) {
        for (Site site : component.sites()) {
            boolean event = site.binding() instanceof Binding.Event one
                    && one.handler().text().equals(target);
            boolean bind = site.binding() instanceof Binding.Value one
                    && component.source().slice(one.path().span()).equals(target);
            if (event || bind) {
                return site.binding().site();
            }
        }
        throw new AssertionError("no binding of " + target);
    }

    SiteRef at(String target, ItemKey... items) {
        return new SiteRef(site(target), List.of(), List.of(items));
    }

    static ItemKey keyed(String name, String key) {
        return new ItemKey(name, key, false);
    }

    static ItemKey position(String name, int position) {
        return new ItemKey(name, Integer.toString(position), true);
    }

    @Override
    public void broadcast(String event, Value data) {
        effects.add("broadcast " + event + " " + Json.print(data));
    }

    @Override
    public void emit(String event, Value data) {
        effects.add("emit " + event + " " + Json.print(data));
    }

    @Override
    public void log(String handler, String text) {
        effects.add("log " + handler + ": " + text);
    }
}
