package io.hjx.runtime.fanout;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.UseKey;
import io.hjx.runtime.instance.Action;
import io.hjx.runtime.spi.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code access:} says about an action. Immutable and thread-safe.
 *
 * <p>An action in a child component must be allowed by the root, for handlers or bindings in general, and by the child
 * for the very handler. What touches a client's own names alone is everybody's.
 */
record Permissions(Admission admission, Principal principal, String key) {

    private static final String HANDLERS = "handlers";
    private static final String BIND = "bind";

    boolean allow(CompiledComponent root, Action action) {
        if (action instanceof Action.Call call) {
            return may(root, call.handler());
        }
        if (action instanceof Action.Assign assign) {
            return assign.values().keySet().stream().allMatch(path -> isLocal(root, path) || may(root, BIND));
        }
        return action instanceof Action.AtSite at && atSite(root, at.site());
    }

    private boolean may(CompiledComponent component, String action) {
        return admission.mayUse(principal, component, key, action);
    }

    private static boolean isLocal(CompiledComponent component, String path) {
        String name = path.split("[.\\[]", 2)[0];
        Symbol symbol = component.model().symbols().get(name);
        return symbol != null && symbol.kind().perClient();
    }

    private boolean atSite(CompiledComponent root, SiteRef site) {
        CompiledComponent component = descend(root, site.at());
        if (component == null
                || site.site() < 0
                || site.site() >= component.model().sites().size()) {
            // Nothing is there to be allowed; the program answers that the layout has no such binding
            return true;
        }
        Binding binding = component.model().sites().get(site.site()).binding();
        if (binding instanceof Binding.Event event) {
            return may(component, event.handler().text()) && (site.at().isEmpty() || may(root, HANDLERS));
        }
        boolean own = isLocal(component, ((Binding.Value) binding).path().root().text());
        return own || (may(component, BIND) && (site.at().isEmpty() || may(root, BIND)));
    }

    private static @Nullable CompiledComponent descend(CompiledComponent root, List<UseKey> way) {
        CompiledComponent component = root;
        for (UseKey step : way) {
            Use use = component.model().uses().get(step.use());
            if (use == null) {
                return null;
            }
            String name = use.component().name();
            component = component.imports().stream()
                    .filter(imported -> imported.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (component == null) {
                return null;
            }
        }
        return component;
    }
}
