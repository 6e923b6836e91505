package io.hjx.runtime.spi;

import java.util.Map;

/** A handler in Java does not do what a client asks for; code and message are for the client. */
public final class RefusedCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> fields;

    /**
     * @param code one of the codes of the protocol
     * @param fields messages for single inputs, by the path that they are bound to, {@code form.name}
     */
    public RefusedCallException(String code, String message, Map<String, String> fields) {
        super(message, null, false, false);
        this.code = code;
        this.fields = Map.copyOf(fields);
    }

    public String code() {
        return code;
    }

    public Map<String, String> fields() {
        return fields;
    }
}
