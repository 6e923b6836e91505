package io.hjx.runtime.spi;

import io.hjx.lang.value.Value;
import java.util.Map;

/** The open transaction as a script's turn sees it. Confined to the turn. */
public interface ScriptState {

    /** A committed or just set value; {@code undefined} for an unknown key. */
    Value get(String key);

    /** State, secret and computed names with their values. */
    Map<String, Value> getAll();

    /** Sets a declared state or secret name; anything else throws {@link IllegalArgumentException} with the reason. */
    void set(String key, Value value);

    /** Sets a name that {@code store.compute} keeps, which is added if need be. */
    void setComputed(String key, Value value);

    /** Held back until the turn is committed; too many throw {@link IllegalArgumentException} with the reason. */
    void broadcast(String event, Value data);

    /** Takes back everything that the script has done to this transaction. */
    void rollBack();
}
