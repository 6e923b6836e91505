package io.hjx.client;

import org.jspecify.annotations.Nullable;

/** Takes the messages of one type. Called for one message at a time, in the order in which they came. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Takes a message. It may wait; meanwhile no other handler of this client is called.
     *
     * @param payload as the client's {@link PayloadCodec} reads it; null where there is none
     * @return the reply's payload, or a {@link java.util.concurrent.CompletionStage} of it, which holds up nobody
     * @throws MessageException to tell the server why not; of any other exception it hears {@code handler-failed}
     */
    @Nullable Object handle(@Nullable Object payload) throws Exception;
}
