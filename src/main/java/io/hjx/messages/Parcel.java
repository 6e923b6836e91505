package io.hjx.messages;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a handler. Immutable.
 *
 * @param user the container's user name of who has sent it; null where nobody has signed in
 */
record Parcel(String source, @Nullable String user, Envelope.Message message) {

    /** About the characters that it holds. */
    int size() {
        String payload = message.payload();
        return message.type().length() + (payload == null ? 0 : payload.length());
    }
}
