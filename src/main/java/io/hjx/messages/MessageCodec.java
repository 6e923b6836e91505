package io.hjx.messages;

import org.jspecify.annotations.Nullable;

/** Writes the frames of the message server, and maps payloads to Java. Ids and payloads are JSON text. Thread-safe. */
public interface MessageCodec {

    /** {@code {"type","payload"?,"id"?}}. */
    String message(String type, @Nullable String payload, @Nullable String id);

    /** {@code {"replyTo","payload"?}}. */
    String reply(String replyTo, @Nullable String payload);

    /** {@code {"type":"error","replyTo"?,"code","message"}}. */
    String failure(@Nullable String replyTo, String code, String message);

    /**
     * A payload as JSON text; null for null.
     *
     * @throws IllegalArgumentException where it cannot be written
     */
    @Nullable String write(@Nullable Object payload);

    /**
     * A payload as Java, for {@code Object} in plain classes; null where it is missing or {@code null}.
     *
     * @throws IllegalArgumentException where it cannot be made into this
     */
    <T> @Nullable T read(@Nullable String payload, Class<T> type);
}
