package io.hjx.runtime.instance;

import io.hjx.lang.eval.ComponentProgram.ClientEvent;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Map;

/** What a client wants done to an instance. Immutable; everything in it is untrusted. */
public sealed interface Action {

    /** A handler by name. */
    record Call(String handler, List<Value> arguments) implements Action {}

    /** An action that a place in the layout stands for. */
    sealed interface AtSite extends Action {
        SiteRef site();

        /** What the client saw when it acted. */
        long version();
    }

    /** A call site of the layout. */
    record Trigger(SiteRef site, long version, ClientEvent event) implements AtSite {}

    /** The value of a bound input. */
    record Bind(SiteRef site, long version, Value value) implements AtSite {}

    /** Values of bound paths. */
    record Assign(Map<String, Value> values) implements Action {}
}
