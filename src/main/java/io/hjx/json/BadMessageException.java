package io.hjx.json;

import org.jspecify.annotations.Nullable;

/**
 * A client's frame that is not a message: it gets an {@code error} with this code and sentence, and nothing else
 * changes.
 */
public final class BadMessageException extends Exception {

    /** Not JSON, or nested too deep. */
    public static final String BAD_JSON = "bad-json";

    /** JSON, but a field is missing, there twice, or of the wrong kind. */
    public static final String BAD_MESSAGE = "bad-message";

    /** A {@code type} that the dialect does not know. */
    public static final String UNKNOWN_TYPE = "unknown-type";

    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable Integer sub;
    private final @Nullable Long id;

    BadMessageException(String code, String message) {
        this(code, message, null, null);
    }

    private BadMessageException(String code, String message, @Nullable Integer sub, @Nullable Long id) {
        super(message, null, false, false);
        this.code = code;
        this.sub = sub;
        this.id = id;
    }

    /** The same, with what could be read of the message's address. */
    BadMessageException about(@Nullable Integer newSub, @Nullable Long newId) {
        return new BadMessageException(code, sentence(), newSub, newId);
    }

    public String code() {
        return code;
    }

    /** One sentence for the client's developer. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The subscription that the message named, where that could be read. */
    public @Nullable Integer sub() {
        return sub;
    }

    /** The event id of the message, where that could be read. */
    public @Nullable Long id() {
        return id;
    }
}
