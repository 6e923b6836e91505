package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Use;

/**
 * A component in its place: its names with their present values. For the root the place is the instance; for a child it
 * is a use in its parent's layout and the loop items around it, so that props read through to the parent.
 *
 * <p>{@link #find} answers declared names (a prop or bound name from the parent, a computed name from the state, else
 * the state's value or the initial one) and the built-ins {@code user} and {@code client}. Confined to the thread of
 * its {@link StateAccess}.
 */
public interface Frame extends Names {

    ComponentModel component();

    /** The path in front of this component's keys; empty for the root. */
    String path();

    /** The child at a use in this component's layout, whose loops' names {@code around} has. */
    Frame child(Use use, String key, Names around);
}
