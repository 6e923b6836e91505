package io.hjx.client;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server says. Immutable. Ids and payloads are JSON text as it came: an id goes back as it is. */
sealed interface Frame {

    /**
     * Something for a handler.
     *
     * @param id null where no answer is wanted
     */
    record Message(
            String type, @Nullable String id, @Nullable String payload) implements Frame {}

    /** The answer to a message of ours. */
    record Reply(String replyTo, @Nullable String payload) implements Frame {}

    /**
     * The server says that something is wrong.
     *
     * @param replyTo null where it is about no message in particular
     */
    record Failure(@Nullable String replyTo, String code, String message) implements Frame {}

    /** Means nothing. */
    record Nonsense() implements Frame {}

    /** What a text says. */
    static Frame read(String text) {
        try {
            Map<String, String> members = new JsonReader(text).members();
            members.values().removeIf("null"::equals);
            return read(members);
        } catch (IllegalArgumentException other) {
            return new Nonsense();
        }
    }

    private static Frame read(Map<String, String> members) {
        String type = text(members.get("type"));
        if ("error".equals(type)) {
            String code = text(members.get("code"));
            String message = text(members.get("message"));
            return new Failure(members.get("replyTo"), String.valueOf(code), String.valueOf(message));
        }
        String replyTo = members.get("replyTo");
        if (replyTo != null) {
            return new Reply(replyTo, members.get("payload"));
        }
        return type == null ? new Nonsense() : new Message(type, members.get("id"), members.get("payload"));
    }

    private static @Nullable String text(@Nullable String json) {
        return json != null && new JsonReader(json).document() instanceof String text ? text : null;
    }

    /** A message of ours, as JSON; its payload is JSON text. */
    static String message(String type, @Nullable String payload, String id) {
        return "{\"type\":" + JsonWriter.write(type) + member(payload) + ",\"id\":" + id + "}";
    }

    /** Our answer to a message of the server. */
    static String reply(String replyTo, @Nullable String payload) {
        return "{\"replyTo\":" + replyTo + member(payload) + "}";
    }

    /** Tells the server that its message was not taken. */
    static String failure(@Nullable String replyTo, String code, String message) {
        return "{\"type\":\"error\"" + (replyTo == null ? "" : ",\"replyTo\":" + replyTo) + ",\"code\":"
                + JsonWriter.write(code) + ",\"message\":" + JsonWriter.write(message) + "}";
    }

    private static String member(@Nullable String payload) {
        return payload == null ? "" : ",\"payload\":" + payload;
    }

    /** The bytes that a text has as UTF-8. */
    static int bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
