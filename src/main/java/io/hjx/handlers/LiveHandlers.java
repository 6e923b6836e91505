package io.hjx.handlers;

import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.HandlerState;
import io.hjx.runtime.spi.JavaHandlers;
import io.hjx.runtime.spi.RefusedCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Calls the methods of beans for the instances of components. Immutable and thread-safe. */
public final class LiveHandlers implements JavaHandlers {

    private final JavaComponents components;
    private final Ports ports;

    public LiveHandlers(JavaComponents components, Ports ports) {
        this.components = components;
        this.ports = ports;
    }

    /** Gives a component's running instances a turn each. */
    @FunctionalInterface
    public interface Audience {
        void everywhere(String component, Function<HandlerState, CompletionStage<Void>> work);
    }

    @Override
    public boolean takes(String component, String handler) {
        return !methods(component, handler).isEmpty();
    }

    private List<BeanMethod> methods(String component, String handler) {
        JavaComponent found = components.find(component);
        return found == null ? List.of() : found.taking(handler);
    }

    @Override
    public CompletionStage<Void> call(Call call, HandlerState state) {
        List<BeanMethod> methods = methods(call.component(), call.handler());
        if (!methods.stream().allMatch(method -> method.access().permits(call.by()))) {
            return CompletableFuture.failedFuture(
                    new RefusedCallException(ErrorCode.FORBIDDEN.wire(), "you may not do this", Map.of()));
        }
        return invoke(methods, Arguments.of(call), state);
    }

    @Override
    public boolean starts(String component) {
        JavaComponent found = components.find(component);
        return found != null && !found.starts().isEmpty();
    }

    @Override
    public CompletionStage<Void> start(String component, String key, HandlerState state) {
        JavaComponent found = components.find(component);
        return invoke(found == null ? List.of() : found.starts(), Arguments.ofStart(key), state);
    }

    /**
     * Tells every instance of a CDI event, whose components observe it.
     *
     * @param type the class that is observed, one of {@link JavaComponents#observed}
     */
    public void fired(Class<?> type, Object event, Audience audience) {
        for (JavaComponent component : components.all()) {
            List<BeanMethod> observers = new ArrayList<>(component.observers().getOrDefault(type, List.of()));
            if (!observers.isEmpty()) {
                audience.everywhere(component.name(), state -> invoke(observers, Arguments.ofEvent(event), state));
            }
        }
    }

    private CompletionStage<Void> invoke(List<BeanMethod> methods, Arguments arguments, HandlerState state) {
        return new Invocation(methods, arguments, new TurnDraft(state, ports), ports).start();
    }
}
