package io.hjx.messages;

import org.jspecify.annotations.Nullable;

/** What a client says. Immutable. Ids and payloads are JSON text as it came: an id goes back as it is. */
public sealed interface Envelope {

    /**
     * Something for a handler.
     *
     * @param id null where no answer is wanted
     * @param payload null where there is none
     */
    record Message(
            String type, @Nullable String id, @Nullable String payload) implements Envelope {}

    /** The client has done what the server asked for, with this result. */
    record Reply(String replyTo, @Nullable String payload) implements Envelope {}

    /**
     * The client says that something is wrong.
     *
     * @param replyTo with what the server asked for; null with anything else
     */
    record Failure(@Nullable String replyTo, String code, String message) implements Envelope {}
}
