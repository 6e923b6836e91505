package io.hjx.json;

import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * A client's frame that is not a message: it gets an {@code error} with this code and sentence, and nothing else
 * changes.
 */
public final class BadMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final @Nullable Integer sub;
    private final @Nullable Long id;

    BadMessageException(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    private BadMessageException(ErrorCode code, String message, @Nullable Integer sub, @Nullable Long id) {
        super(message, null, false, false);
        this.code = code;
        this.sub = sub;
        this.id = id;
    }

    /** The same, with what could be read of the message's address. */
    BadMessageException about(@Nullable Integer newSub, @Nullable Long newId) {
        return new BadMessageException(code, sentence(), newSub, newId);
    }

    public ErrorCode code() {
        return code;
    }

    /** The {@code error} that answers the frame. */
    public ServerMessage.Failure answer() {
        return new ServerMessage.Failure(id, sub, code.wire(), sentence(), null);
    }

    /** One sentence for the client's developer. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
