package io.hjx.runtime.fanout;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.Site;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.eval.SiteRef;
import io.hjx.runtime.instance.Action;
import io.hjx.runtime.spi.Principal;

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
            return assign.values().keySet().stream().allMatch(path -> isOwn(root, path) || may(root, BIND));
        }
        return action instanceof Action.AtSite at && atSite(root, at.site());
    }

    private boolean may(CompiledComponent component, String action) {
        return admission.mayUse(principal, component, key, action);
    }

    /** A path that a client writes out is one that no loop is around. */
    private static boolean isOwn(CompiledComponent component, String path) {
        return Placed.root(component).isOwn(path.split("[.\\[]", 2)[0]);
    }

    private boolean atSite(CompiledComponent root, SiteRef ref) {
        Placed placed = Placed.root(root).descend(ref.at());
        if (placed == null
                || ref.site() < 0
                || ref.site() >= placed.component().model().sites().size()) {
            // Nothing is there to be allowed; the program answers that the layout has no such binding
            return true;
        }
        CompiledComponent component = placed.component();
        Site site = component.model().sites().get(ref.site());
        if (site.binding() instanceof Binding.Event event) {
            return may(component, event.handler().text()) && (ref.at().isEmpty() || may(root, HANDLERS));
        }
        return placed.isOwn(((Binding.Value) site.binding()).path(), site.loops())
                || (may(component, BIND) && (ref.at().isEmpty() || may(root, BIND)));
    }
}
