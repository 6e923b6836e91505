package io.hjx.handlers;

import io.hjx.api.ActionRefusedException;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.RefusedCallException;
import io.hjx.runtime.spi.Ticker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call of some methods of beans, one after the other on one thread, within its time. Thread-safe; used once.
 *
 * <p>Past its time the call has failed, whatever it still does: its store is closed, its thread interrupted, and the
 * instance goes on. What it commits to a database from then on stays there, which the log says.
 */
final class Invocation {

    private static final Logger LOG = System.getLogger("io.hjx.handlers");

    private final List<BeanMethod> methods;
    private final Arguments arguments;
    private final TurnDraft draft;
    private final Ports ports;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** Guarded by this; the thread that is in the methods. */
    private @Nullable Thread thread;

    Invocation(List<BeanMethod> methods, Arguments arguments, TurnDraft draft, Ports ports) {
        this.methods = methods;
        this.arguments = arguments;
        this.draft = draft;
        this.ports = ports;
    }

    /** Begins the call; the stage completes with its end, or that of its time. */
    CompletionStage<Void> start() {
        Ticker.Cancellable limit = ports.ticker().schedule(ports.time(), this::expire);
        try {
            ports.threads().execute(this::run);
        } catch (RejectedExecutionException stopping) {
            finish(refused(ErrorCode.UNAVAILABLE, "the server is stopping"));
        }
        return done.whenComplete((nothing, failure) -> limit.cancel());
    }

    private void run() {
        if (!enter()) {
            return;
        }
        Throwable failure = null;
        try {
            for (BeanMethod method : methods) {
                call(method);
            }
            if (draft.isRolledBack()) {
                failure = refused(ErrorCode.HANDLER_FAILED, "the handler's transaction was rolled back");
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            leave();
        }
        if (!finish(failure)) {
            LOG.log(Level.WARNING, "{0} has ended behind its time; what it has stored elsewhere stays", label());
        }
    }

    private synchronized boolean enter() {
        if (done.isDone()) {
            return false;
        }
        thread = Thread.currentThread();
        return true;
    }

    /** The thread is somebody else's from now on, and so is its interruption. */
    private void leave() {
        synchronized (this) {
            thread = null;
        }
        Thread.interrupted();
    }

    private void call(BeanMethod method) {
        try (ComponentBean.Reference bean = method.bean().open()) {
            @Nullable Object[] made = arguments.of(method, bean.instance(), draft, ports.threads(), ports);
            method.method().invoke(bean.instance(), made);
        } catch (InvocationTargetException failed) {
            throw explained(method, failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the client may hear of a failure; the log hears all of it. */
    private RefusedCallException explained(BeanMethod method, @Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof ActionRefusedException refusal) {
                Map<String, String> fields = arguments.fields(method, refusal.fields());
                return new RefusedCallException(ErrorCode.REFUSED.wire(), String.valueOf(refusal.getMessage()), fields);
            }
        }
        if (!done.isDone()) {
            LOG.log(Level.ERROR, method.label() + " failed; nothing of the action was kept", cause);
        }
        return refused(ErrorCode.HANDLER_FAILED, "the handler failed");
    }

    private void expire() {
        boolean late = finish(refused(ErrorCode.BUDGET_EXCEEDED, "the handler takes too long"));
        synchronized (this) {
            if (late && thread != null) {
                LOG.log(Level.WARNING, "{0} takes longer than {1} and is interrupted", label(), ports.time());
                thread.interrupt();
            }
        }
    }

    /** Ends the call once; nothing is set by it any more. */
    private boolean finish(@Nullable Throwable failure) {
        draft.close();
        return failure == null ? done.complete(null) : done.completeExceptionally(failure);
    }

    private String label() {
        return String.join(", ", methods.stream().map(BeanMethod::label).toList());
    }

    private static RefusedCallException refused(ErrorCode code, String message) {
        return new RefusedCallException(code.wire(), message, Map.of());
    }
}
