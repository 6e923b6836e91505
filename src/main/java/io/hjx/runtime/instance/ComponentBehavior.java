package io.hjx.runtime.instance;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.ComponentProgram;
import io.hjx.lang.eval.ComponentProgram.Fallback;
import io.hjx.lang.eval.Effects;
import io.hjx.lang.eval.OwnNames;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.source.Position;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The behavior that a compiled component has. Immutable. */
public record ComponentBehavior(CompiledComponent component, String module) implements Behavior {

    private ComponentProgram program() {
        return component.program();
    }

    @Override
    public String name() {
        return component.name();
    }

    @Override
    public String revision() {
        return component.hash();
    }

    @Override
    public Map<String, Value> initialShared() {
        return program().initialShared();
    }

    @Override
    public Map<String, Value> initialLocal() {
        return program().initialLocal();
    }

    @Override
    public boolean hasLocal() {
        return program().hasLocal();
    }

    @Override
    public boolean secret(String key) {
        return program().secret(key);
    }

    @Override
    public boolean visible(String key) {
        return program().visible(key);
    }

    @Override
    public Set<String> builtIns() {
        return program().builtIns();
    }

    @Override
    public @Nullable String heir(String key, Behavior previous) {
        return previous instanceof ComponentBehavior old ? Inheritance.heir(key, old.component, component) : null;
    }

    @Override
    public void perform(Action action, StateAccess state, Effects effects, Budget budget, Fallback fallback) {
        if (action instanceof Action.Call call) {
            program().call(call.handler(), call.arguments(), state, effects, budget, fallback);
        } else if (action instanceof Action.Trigger trigger) {
            program().trigger(trigger.site(), trigger.event(), state, effects, budget, fallback);
        } else if (action instanceof Action.Bind bind) {
            program().bind(bind.site(), bind.value(), state, budget);
        } else if (action instanceof Action.Assign assign) {
            assign.values().forEach((path, value) -> program().set(path, value, state, budget));
        }
    }

    @Override
    public void recompute(@Nullable Set<String> changed, StateAccess state, Budget budget) {
        program().recompute(changed, state, budget);
    }

    @Override
    public void recomputeLocal(@Nullable Set<String> changed, StateAccess state, Budget budget) {
        program().recomputeLocal(changed, state, budget);
    }

    @Override
    public boolean localDependsOn(Set<String> changed) {
        return program().localDependsOn(changed);
    }

    @Override
    public boolean listMayHaveMoved(
            SiteRef site, Set<String> changed, Set<String> edited, StateAccess state, Budget budget) {
        return program().listMayHaveMoved(site, changed, edited, state, budget);
    }

    @Override
    public boolean editsItem(Action.Bind bind, StateAccess state, Budget budget) {
        return program().editsItem(bind.site(), bind.value(), state, budget);
    }

    @Override
    public String asking(Action action) {
        return modelOf(action).name();
    }

    @Override
    public String place(Action action, Span span) {
        SourceFile source = modelOf(action).source();
        if (span.start() > source.text().length()) {
            return source.path();
        }
        Position position = source.position(span.start());
        return source.path() + ':' + position.line() + ':' + position.column();
    }

    /** The component that the action runs in: the root, or the child that the way down leads to. */
    private ComponentModel modelOf(Action action) {
        ComponentModel model = component.model();
        if (action instanceof Action.AtSite site) {
            for (UseKey step : site.site().at()) {
                Use use = model.uses().get(step.use());
                if (use == null) {
                    return model;
                }
                model = use.component();
            }
        }
        return model;
    }

    @Override
    public boolean hasScripts() {
        return component.model().file().script() != null || program().hasScriptedChildren();
    }

    @Override
    public Map<String, Script> scripts(Set<String> running, StateAccess state, Budget budget) {
        Map<String, Script> scripts = new TreeMap<>();
        add("", component.model(), scripts);
        program().scripted(running, state, budget).forEach((path, child) -> add(path, child, scripts));
        return scripts;
    }

    private static void add(String path, ComponentModel model, Map<String, Script> scripts) {
        Declaration.RawBlock text = model.file().script();
        if (text != null) {
            scripts.put(path, new Script(model.name(), model.source(), text));
        }
    }

    @Override
    public boolean scriptsMayMove(Set<String> changed) {
        return program().scriptsMayMove(changed);
    }

    @Override
    public OwnNames own(String path, StateAccess state) {
        return program().own(path, state);
    }

    @Override
    public Set<String> ownChanged(String path, Set<String> changed) {
        return program().ownChanged(path, changed);
    }
}
