package io.hjx.messages;

import io.hjx.runtime.fanout.Outbox;
import io.hjx.runtime.protocol.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The frames that wait to be sent over one connection, in order, bounded in number and in size. Thread-safe.
 *
 * <p>It hands the outbox one frame at a time, so that what waits is counted here alone. Until it is opened nothing is
 * handed on: the welcome goes first, whatever the application has sent meanwhile.
 */
final class Letters implements Outbox.Source {

    private final Outbox outbox;
    private final int most;

    /** Guarded by this. */
    private final Deque<String> waiting = new ArrayDeque<>(2);

    /** Guarded by this. */
    private int size;

    /** Guarded by this: whether the outbox knows that something waits, or must not know yet. */
    private boolean told = true;

    Letters(Outbox outbox, int most) {
        this.outbox = outbox;
        this.most = most;
    }

    /** Begins to send: these first, which count for no bound, and then what has come since. */
    void open(List<String> first) {
        synchronized (this) {
            for (int i = first.size() - 1; i >= 0; i--) {
                waiting.addFirst(first.get(i));
                size += first.get(i).length();
            }
        }
        outbox.ready(this);
    }

    /** Sends a frame behind the others; false where too many wait. */
    boolean add(String frame) {
        synchronized (this) {
            if (waiting.size() >= most || size > MessageSettings.MAX_WAITING_TEXT) {
                return false;
            }
            waiting.add(frame);
            size += frame.length();
            if (told) {
                return true;
            }
            told = true;
        }
        outbox.ready(this);
        return true;
    }

    @Override
    public void prepare(Deque<Frame> frames) {
        boolean more;
        synchronized (this) {
            String frame = waiting.poll();
            if (frame != null) {
                frames.add(new Frame.Text(frame));
                size -= frame.length();
            }
            more = !waiting.isEmpty();
            told = more;
        }
        if (more) {
            outbox.ready(this);
        }
    }
}
