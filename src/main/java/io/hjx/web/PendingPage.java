package io.hjx.web;

import io.hjx.runtime.spi.Ticker;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A page that may not be there yet, and the request that wants it. Thread-safe: the page, the clock and the container
 * may come at once, and only the first of them ends the request.
 *
 * <p>The time is ours and not the container's: servers differ in what they do when theirs is over while the page is
 * being written.
 */
final class PendingPage implements AsyncListener {

    private static final System.Logger LOG = System.getLogger(PendingPage.class.getName());

    private final CompletableFuture<Answer> page;
    private final Supplier<Answer> otherwise;

    /** Guarded by this. */
    private boolean over;

    /** Writes an answer. */
    @FunctionalInterface
    interface Writer {
        void write(Answer answer) throws IOException;
    }

    PendingPage(CompletionStage<Answer> page, Supplier<Answer> otherwise) {
        this.page = page.toCompletableFuture().copy();
        this.otherwise = otherwise;
    }

    boolean isThere() {
        return page.isDone();
    }

    /** The page, or what stands for one that failed. */
    Answer answer() {
        try {
            return page.join();
        } catch (CompletionException failure) {
            LOG.log(System.Logger.Level.WARNING, "A page could not be made", failure.getCause());
            return otherwise.get();
        }
    }

    /** Lets the request wait without a thread; a thread of the container writes. */
    void suspend(AsyncContext request, Ticker ticker, Duration patience, Writer writer) {
        request.setTimeout(0);
        request.addListener(this);
        Ticker.Cancellable limit = ticker.schedule(
                patience, () -> page.completeExceptionally(new TimeoutException("The instance takes too long")));
        CompletionStage<Answer> settled = page;
        settled.whenComplete((answer, failure) -> {
            limit.cancel();
            resume(request, writer);
        });
    }

    private void resume(AsyncContext request, Writer writer) {
        try {
            request.start(() -> finish(request, writer));
        } catch (IllegalStateException gone) {
            LOG.log(System.Logger.Level.DEBUG, "Nobody waits for a page any more", gone);
        }
    }

    private synchronized void finish(AsyncContext request, Writer writer) {
        if (over) {
            return;
        }
        over = true;
        try {
            writer.write(answer());
        } catch (IOException | RuntimeException gone) {
            LOG.log(System.Logger.Level.DEBUG, "A page could not be written", gone);
        } finally {
            request.complete();
        }
    }

    /** The connection broke: the response belongs to the container again. */
    @Override
    public synchronized void onError(AsyncEvent event) {
        if (!over) {
            over = true;
            event.getAsyncContext().complete();
        }
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        over = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        onError(event);
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
