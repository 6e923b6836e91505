package io.hjx.api;

import java.util.Map;

/**
 * Why an action is not done, in words for whoever has asked for it: a {@link Handler} throws it, and the browser shows
 * its message. Immutable.
 */
public class ActionRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> fields;

    /** @param message for people, shown as it is */
    public ActionRefusedException(String message) {
        this(message, Map.of());
    }

    /**
     * A refusal that concerns single inputs.
     *
     * @param fields messages for people by parameter of the handler, {@code title}, or by what lies in it,
     *     {@code draft.title}: shown at the input that the argument was read from
     */
    public ActionRefusedException(String message, Map<String, String> fields) {
        super(message);
        this.fields = Map.copyOf(fields);
    }

    /** The messages for single inputs, by parameter or what lies in it; empty where there are none. */
    public Map<String, String> fields() {
        return fields;
    }
}
