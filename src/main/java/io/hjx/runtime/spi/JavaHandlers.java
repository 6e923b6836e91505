package io.hjx.runtime.spi;

import io.hjx.lang.value.Value;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What an application adds to components in Java. Thread-safe; nothing blocks the caller.
 *
 * <p>Each stage is one part of a turn: the instance's mailbox holds a transaction open for it, which is used through
 * the given {@link HandlerState} until the stage has completed and not after, and goes on then. A stage that completes
 * exceptionally means that nothing of the turn is kept; {@link RefusedCallException} tells the client why.
 */
public interface JavaHandlers {

    /** Nothing is added. */
    JavaHandlers NONE = new JavaHandlers() {
        @Override
        public boolean takes(String component, String handler) {
            return false;
        }

        @Override
        public CompletionStage<Void> call(Call call, HandlerState state) {
            return CompletableFuture.failedFuture(new IllegalStateException("there are no handlers in Java"));
        }

        @Override
        public boolean starts(String component) {
            return false;
        }

        @Override
        public CompletionStage<Void> start(String component, String key, HandlerState state) {
            return CompletableFuture.completedFuture(null);
        }
    };

    /**
     * What a client asks for.
     *
     * @param component whose handler it is: the instance's, or a child in it
     * @param key the instance's key, as clients write it
     * @param sources the paths in the component that the arguments were read from, as far as they are known
     * @param client the client's id
     * @param by the person behind it
     */
    record Call(
            String component,
            String key,
            String handler,
            List<Value> arguments,
            List<String> sources,
            String client,
            Principal by) {}

    /** True where {@link #call} has something to do for this name. */
    boolean takes(String component, String handler);

    CompletionStage<Void> call(Call call, HandlerState state);

    /** True where {@link #start} has something to do. */
    boolean starts(String component);

    /** Begins an instance, before anybody sees it; where it fails the instance does not start. */
    CompletionStage<Void> start(String component, String key, HandlerState state);
}
