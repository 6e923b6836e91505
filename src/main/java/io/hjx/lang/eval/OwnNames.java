package io.hjx.lang.eval;

import io.hjx.lang.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shared names of one component in its place, as its script sees them. Confined to the turn. */
public interface OwnNames {

    /**
     * A declared name's value; null where nothing of this name is shared, as with a prop or bound name that reads what
     * differs by client.
     */
    @Nullable Value get(String name);

    /** False where the component is there no more: its loop key has left the list. */
    boolean present();

    /** State, secret and computed names, props included, with their values. */
    Map<String, Value> all();

    /** Sets a state or secret name; anything else throws {@link IllegalArgumentException} with the reason. */
    void set(String name, Value value);

    /** True where a script may keep a name of its own here: state, or nothing that is declared. */
    boolean computable(String name);
}
