package io.hjx.messages;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a source has sent and nobody has answered: handled one after the other in order, bounded in number and in size.
 * Thread-safe.
 *
 * <p>A message counts until it is answered, also where its handler answers later than it returns. Each is a task of its
 * own, so that sources take turns.
 */
final class Inbox {

    private final Handlers handlers;
    private final Executor handling;
    private final Executor immediate;
    private final int most;

    /** Guarded by this, as is the rest. */
    private final Deque<Entry> waiting = new ArrayDeque<>(2);

    private boolean running;
    private int unanswered;
    private int size;

    /** @param answer is given the frame that answers; null where nothing is to be said */
    private record Entry(Parcel parcel, Consumer<@Nullable String> answer) {}

    Inbox(Handlers handlers, Ports ports, int most) {
        this.handlers = handlers;
        this.handling = ports.handling();
        this.immediate = ports.immediate();
        this.most = most;
    }

    /** Takes a message, whose type has a handler; false where too many have no answer yet. */
    boolean offer(Parcel parcel, Consumer<@Nullable String> answer) {
        synchronized (this) {
            if (unanswered >= most || size > MessageSettings.MAX_WAITING_TEXT) {
                return false;
            }
            unanswered++;
            size += parcel.size();
            waiting.add(new Entry(parcel, answer));
            if (running) {
                return true;
            }
            running = true;
        }
        execute(handlers.mayWait(parcel.message().type()) ? handling : immediate);
        return true;
    }

    private void execute(Executor executor) {
        try {
            executor.execute(this::handleNext);
        } catch (RejectedExecutionException stopping) {
            // The client hears that the server is going away
        }
    }

    private void handleNext() {
        Entry next;
        synchronized (this) {
            next = waiting.remove();
        }
        handlers.handle(next.parcel, frame -> {
            answered(next.parcel);
            next.answer.accept(frame);
        });
        synchronized (this) {
            running = !waiting.isEmpty();
            if (!running) {
                return;
            }
        }
        execute(handling);
    }

    private synchronized void answered(Parcel parcel) {
        unanswered--;
        size -= parcel.size();
    }
}
