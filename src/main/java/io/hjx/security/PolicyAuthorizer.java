package io.hjx.security;

import io.hjx.api.InstancePolicy;
import io.hjx.api.InstancePolicy.Caller;
import io.hjx.lang.CompiledComponent;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.runtime.spi.Principal;
import java.util.function.Predicate;

/**
 * Asks the application's policies after the {@code access:} lines have allowed something. Thread-safe.
 *
 * @param lines what the components say themselves
 * @param policies those of the application
 */
public record PolicyAuthorizer(Authorizer lines, Iterable<InstancePolicy> policies) implements Authorizer {

    private static final System.Logger LOG = System.getLogger(PolicyAuthorizer.class.getName());

    @Override
    public boolean mayView(Principal principal, CompiledComponent component, String key) {
        Caller caller = caller(principal);
        return lines.mayView(principal, component, key)
                && allAgree(policy -> policy.mayView(caller, component.name(), key));
    }

    @Override
    public boolean mayUse(Principal principal, CompiledComponent component, String key, String action) {
        Caller caller = caller(principal);
        return lines.mayUse(principal, component, key, action)
                && allAgree(policy -> policy.mayAct(caller, component.name(), key, action));
    }

    /** The files are the same whatever instance they show: the policies have nothing to say. */
    @Override
    public boolean mayFetch(Principal principal, CompiledComponent component) {
        return lines.mayFetch(principal, component);
    }

    private boolean allAgree(Predicate<InstancePolicy> agrees) {
        try {
            for (InstancePolicy policy : policies) {
                if (!agrees.test(policy)) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "An instance policy failed, and is taken for a no", failure);
            return false;
        }
    }

    private static Caller caller(Principal principal) {
        return new Caller(principal.name(), principal.roles());
    }
}
