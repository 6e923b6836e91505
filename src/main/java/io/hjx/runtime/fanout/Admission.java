package io.hjx.runtime.fanout;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.ast.ComponentFile.Scope;
import io.hjx.lang.ast.ComponentFile.ScopeDeclaration;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.runtime.instance.Behavior;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.runtime.spi.ComponentSource;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.StateStore.InstanceKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way in: finds the instance that somebody means and asks whether he may see it. Immutable and thread-safe. */
public final class Admission {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:-]{0,128}");

    private static final String BAD_KEY = "a key is at most 128 letters, digits and any of _ . : -";

    private final ComponentSource components;
    private final Authorizer authorizer;
    private final Instances instances;
    private final Function<CompiledComponent, Behavior> behaviors;
    private final RuntimeSettings.State bounds;

    /** @param behaviors what instances of a component do */
    public Admission(
            ComponentSource components,
            Authorizer authorizer,
            Instances instances,
            Function<CompiledComponent, Behavior> behaviors,
            RuntimeSettings.State bounds) {
        this.components = components;
        this.authorizer = authorizer;
        this.instances = instances;
        this.behaviors = behaviors;
        this.bounds = bounds;
    }

    /** How an admission ends. */
    public sealed interface Result {}

    /** Come in; the lease is the caller's to close. */
    public record Admitted(Instances.Lease lease, CompiledComponent component) implements Result {}

    /** Stay out; nothing has been created. */
    public record Refused(Rejection rejection) implements Result {}

    /**
     * Opens an instance for somebody.
     *
     * @param session what stands for the session in a component of {@code scope session}; empty where nothing does
     */
    public Result admit(String name, String key, Principal principal, String session) {
        CompiledComponent component = components.find(name);
        if (component == null) {
            return refused(ErrorCode.UNKNOWN_COMPONENT, "there is no component of this name");
        }
        if (!KEY.matcher(key).matches()) {
            return refused(ErrorCode.BAD_KEY, BAD_KEY);
        }
        Scope scope = scope(component);
        if (scope == Scope.USER && !principal.authenticated()) {
            return refused(ErrorCode.SIGN_IN, "the component is each user's own: sign in");
        }
        if (scope == Scope.SESSION && session.isEmpty()) {
            return refused(ErrorCode.FORBIDDEN, "the component is each browser session's own, and there is none");
        }
        if (!authorizer.mayView(principal, component, key)) {
            return principal.authenticated()
                    ? refused(ErrorCode.FORBIDDEN, "you may not see this component")
                    : refused(ErrorCode.SIGN_IN, "the component wants a signed-in user");
        }
        return lease(component, new InstanceKey(component.name(), scopedKey(scope, key, principal, session)), scope);
    }

    /** Opens an instance for the application itself, from which no shared one is kept. */
    public Result open(String name, String key) {
        CompiledComponent component = components.find(name);
        Rejection refusal = refusal(component, name, key);
        return component == null || refusal != null
                ? new Refused(Objects.requireNonNull(refusal))
                : lease(component, new InstanceKey(name, key), Scope.SHARED);
    }

    /** Why the application cannot have an instance, whatever happens; null where it can. */
    public @Nullable Rejection refusal(String name, String key) {
        return refusal(components.find(name), name, key);
    }

    private static @Nullable Rejection refusal(@Nullable CompiledComponent component, String name, String key) {
        if (component == null) {
            return Rejection.of(ErrorCode.UNKNOWN_COMPONENT, "there is no component `" + name + "`");
        }
        if (!KEY.matcher(key).matches()) {
            return Rejection.of(ErrorCode.BAD_KEY, BAD_KEY);
        }
        return scope(component) == Scope.SHARED
                ? null
                : Rejection.of(ErrorCode.FORBIDDEN, "the instances of `" + name + "` are each user's or session's own");
    }

    private Result lease(CompiledComponent component, InstanceKey key, Scope scope) {
        Instances.Lease lease = instances.lease(key, idle(scope), () -> behaviors.apply(component));
        return lease == null
                ? refused(ErrorCode.TOO_MANY_INSTANCES, "the server holds as many instances as it may")
                : new Admitted(lease, component);
    }

    /** May he still see it, and do what stands under this name in {@code access:}? */
    boolean mayUse(Principal principal, CompiledComponent component, String key, String action) {
        return authorizer.mayView(principal, component, key) && authorizer.mayUse(principal, component, key, action);
    }

    /** The component as it is now. */
    @Nullable CompiledComponent present(String name) {
        return components.find(name);
    }

    /** What keeps the component's file from compiling as it stands now. */
    List<Diagnostic> faults(String name) {
        return components.faults(name);
    }

    private static Result refused(ErrorCode code, String message) {
        return new Refused(Rejection.of(code, message));
    }

    private static Scope scope(CompiledComponent component) {
        ScopeDeclaration declared = component.model().file().scope();
        return declared == null ? Scope.SHARED : declared.scope();
    }

    private Duration idle(Scope scope) {
        return scope == Scope.SESSION ? bounds.sessionIdle() : bounds.sharedIdle();
    }

    /** A key that no client can write: keys have no slash. */
    private static String scopedKey(Scope scope, String key, Principal principal, String session) {
        return switch (scope) {
            case SHARED -> key;
            case USER -> key + "/user/" + principal.name();
            case SESSION -> key + "/session/" + session;
        };
    }
}
