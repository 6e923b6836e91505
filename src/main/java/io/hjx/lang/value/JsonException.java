package io.hjx.lang.value;

/** A text that is not accepted as JSON; the message says what is wrong, and not what the text says. */
public final class JsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        /** The text is not JSON, or there is something behind its value. */
        NOT_JSON,
        /** Lists and objects nest deeper than allowed. */
        TOO_DEEP,
        /** A list or an object has more members than allowed. */
        TOO_WIDE,
        /** An object has a {@linkplain JsonException#key key} twice, where that is not allowed. */
        KEY_TWICE
    }

    private final Fault fault;
    private final String key;

    JsonException(Fault fault, String message) {
        super(message);
        this.fault = fault;
        this.key = "";
    }

    private JsonException(String key) {
        super("an object has a key twice");
        this.fault = Fault.KEY_TWICE;
        this.key = key;
    }

    static JsonException twice(String key) {
        return new JsonException(key);
    }

    public Fault fault() {
        return fault;
    }

    /** The key that is there twice, else empty. */
    public String key() {
        return key;
    }
}
