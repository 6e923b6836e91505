package io.hjx.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the application wants to be told: messages by type, states, and what went wrong. Thread-safe. */
final class Handlers {

    private static final System.Logger LOG = System.getLogger("io.hjx.client");

    private final PayloadCodec codec;
    private final int maxFrame;
    private final Map<String, MessageHandler> handlers = new ConcurrentHashMap<>();
    private final List<Consumer<? super Throwable>> faultListeners = new CopyOnWriteArrayList<>();

    Handlers(ClientOptions options) {
        this.codec = options.codec();
        this.maxFrame = options.maxFrame();
    }

    void on(String type, MessageHandler handler) {
        handlers.put(type, handler);
    }

    void off(String type) {
        handlers.remove(type);
    }

    void onError(Consumer<? super Throwable> listener) {
        faultListeners.add(listener);
    }

    @Nullable MessageHandler find(String type) {
        return handlers.get(type);
    }

    /** What concerns no message of ours; what nobody listens to is at least logged. */
    void fault(String what, Throwable fault) {
        if (faultListeners.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, what, fault);
        }
        faultListeners.forEach(listener -> listener.accept(fault));
    }

    /**
     * Runs a handler.
     *
     * @param answer is given the frame that answers, once, on any thread; nobody wants it where there is no id
     */
    void handle(MessageHandler handler, Frame.Message message, Consumer<String> answer) {
        String id = message.id() == null ? "null" : message.id();
        Object result;
        try {
            String payload = message.payload();
            result = handler.handle(payload == null ? null : codec.read(payload));
        } catch (Throwable failure) {
            // Whatever a handler throws concerns its message alone
            answer.accept(failure(id, message.type(), failure));
            return;
        }
        if (result instanceof CompletionStage<?> later) {
            later.whenComplete((value, failure) -> answer.accept(
                    failure == null ? reply(id, message.type(), value) : failure(id, message.type(), failure)));
        } else {
            answer.accept(reply(id, message.type(), result));
        }
    }

    private String reply(String id, String type, @Nullable Object result) {
        String frame;
        try {
            frame = Frame.reply(id, result == null ? null : codec.write(result));
        } catch (RuntimeException unwritable) {
            return failure(id, type, unwritable);
        }
        return Frame.bytesOf(frame) <= maxFrame
                ? frame
                : Frame.failure(id, "too-large", "An answer may have " + maxFrame + " bytes.");
    }

    /** What the server hears of a failure is what the handler wants it to hear. */
    private String failure(String id, String type, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof MessageException refusal) {
            return Frame.failure(id, refusal.code(), String.valueOf(refusal.getMessage()));
        }
        fault("The handler of " + type + " failed", cause);
        return Frame.failure(id, "handler-failed", "The message could not be handled.");
    }
}
