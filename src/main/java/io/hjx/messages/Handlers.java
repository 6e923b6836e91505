package io.hjx.messages;

import io.hjx.api.MessageRefusedException;
import io.hjx.api.MessageServer.Handler;
import io.hjx.api.MessageServer.Message;
import io.hjx.runtime.protocol.ErrorCode;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who takes the messages of which type, and what comes of it. Thread-safe. */
final class Handlers {

    private static final System.Logger LOG = System.getLogger("io.hjx.messages");

    private final MessageCodec codec;
    /** By type; none goes away. */
    private final Map<String, Taker<?>> takers = new ConcurrentHashMap<>();

    /** A handler, and what it wants payloads to be. */
    private record Taker<P>(Class<P> type, Handler<? super P> handler) {

        /** Who wants plain Java is told that there may be none. */
        @SuppressWarnings("NullAway")
        @Nullable Object take(Parcel parcel, MessageCodec codec) throws Exception {
            return handler.handle(new Message<>(parcel.source(), parcel.user(), payload(parcel, codec)));
        }

        private @Nullable P payload(Parcel parcel, MessageCodec codec) {
            @Nullable P payload;
            try {
                payload = codec.read(parcel.message().payload(), type);
            } catch (IllegalArgumentException other) {
                throw new MessageRefusedException(
                        ErrorCode.BAD_MESSAGE.wire(), "The payload is not what this type of message has.");
            }
            if (payload == null && type != Object.class) {
                throw new MessageRefusedException(ErrorCode.BAD_MESSAGE.wire(), "The field `payload` is missing.");
            }
            return payload;
        }
    }

    Handlers(MessageCodec codec) {
        this.codec = codec;
    }

    <P> void put(String type, Class<P> payload, Handler<? super P> handler) {
        takers.put(type, new Taker<>(payload, handler));
    }

    <P> void putIfAbsent(String type, Class<P> payload, Handler<? super P> handler) {
        takers.putIfAbsent(type, new Taker<>(payload, handler));
    }

    boolean has(String type) {
        return takers.containsKey(type);
    }

    /** Whether the handler of a type that has one may wait. */
    boolean mayWait(String type) {
        return Objects.requireNonNull(takers.get(type)).handler.mayWait();
    }

    /**
     * Runs the handler.
     *
     * @param answer is given the frame that answers, once, on any thread; null where nothing is to be said
     */
    void handle(Parcel parcel, Consumer<@Nullable String> answer) {
        Object result;
        try {
            result = Objects.requireNonNull(takers.get(parcel.message().type())).take(parcel, codec);
        } catch (Throwable failure) {
            // Whatever a handler throws concerns its message alone
            answer.accept(failure(parcel, failure));
            return;
        }
        if (result instanceof CompletionStage<?> later) {
            later.whenComplete((value, failure) ->
                    answer.accept(failure == null ? reply(parcel, value) : failure(parcel, failure)));
        } else {
            answer.accept(reply(parcel, result));
        }
    }

    private @Nullable String reply(Parcel parcel, @Nullable Object result) {
        String id = parcel.message().id();
        if (id == null) {
            return null;
        }
        try {
            return codec.reply(id, codec.write(result));
        } catch (IllegalArgumentException unwritable) {
            return failure(parcel, unwritable);
        }
    }

    private String failure(Parcel parcel, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String id = parcel.message().id();
        if (cause instanceof MessageRefusedException refused) {
            return codec.failure(id, refused.code(), String.valueOf(refused.getMessage()));
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "The handler of " + parcel.message().type() + " failed for a message of " + parcel.source(),
                cause);
        return codec.failure(id, ErrorCode.HANDLER_FAILED.wire(), "The message could not be handled.");
    }
}
