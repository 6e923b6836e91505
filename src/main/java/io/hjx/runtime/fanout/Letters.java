package io.hjx.runtime.fanout;

import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The texts that wait to be sent over one connection, in order, bounded in number and in size. Thread-safe.
 *
 * <p>It hands the outbox one frame at a time, so that what waits is counted here alone. Until it is opened nothing is
 * handed on: the welcome goes first, whatever the application has sent meanwhile.
 */
public final class Letters implements Outbox.Source {

    private final Outbox outbox;
    private final int most;
    private final int mostText;

    /** Guarded by this. */
    private final Deque<String> waiting = new ArrayDeque<>(2);

    /** Guarded by this. */
    private int size;

    /** Guarded by this: whether the outbox knows that something waits, or must not know yet. */
    private boolean told = true;

    /** Guarded by this: whether the connection closes when nothing waits any more. */
    private boolean ending;

    /**
     * @param most the most texts that wait
     * @param mostText the most characters that wait, not counting the last text
     */
    public Letters(Outbox outbox, int most, int mostText) {
        this.outbox = outbox;
        this.most = most;
        this.mostText = mostText;
    }

    /** Begins to send: these first, which count for no bound, and then what has come since. */
    public void open(List<String> first) {
        synchronized (this) {
            for (int i = first.size() - 1; i >= 0; i--) {
                waiting.addFirst(first.get(i));
                size += first.get(i).length();
            }
        }
        outbox.ready(this);
    }

    /** What becomes of a text that has been left. */
    public enum Left {
        /** It goes when {@link #wake} is called, which who has left it must do. */
        TO_WAKE,
        /** It goes by itself. */
        ON_ITS_WAY,
        /** It does not go: too many wait. */
        TOO_MANY
    }

    /** Sends a text behind the others; false where too many wait. One that comes behind {@link #end} is dropped. */
    public boolean add(String text) {
        Left left = leave(text);
        if (left == Left.TO_WAKE) {
            wake();
        }
        return left != Left.TOO_MANY;
    }

    /** Puts a text behind the others, so that it has its place before it is sent. */
    public synchronized Left leave(String text) {
        if (ending) {
            return Left.ON_ITS_WAY;
        }
        if (waiting.size() >= most || size > mostText) {
            return Left.TOO_MANY;
        }
        waiting.add(text);
        size += text.length();
        if (told) {
            return Left.ON_ITS_WAY;
        }
        told = true;
        return Left.TO_WAKE;
    }

    /** Begins to send what has been left. */
    public void wake() {
        outbox.ready(this);
    }

    /** Closes the connection when all that waits has left; who does not take it meets the bounds of every frame. */
    public void end() {
        synchronized (this) {
            ending = true;
            if (told) {
                return;
            }
            told = true;
        }
        outbox.ready(this);
    }

    @Override
    public void prepare(Deque<Frame> frames) {
        boolean more;
        boolean last;
        synchronized (this) {
            String text = waiting.poll();
            if (text != null) {
                frames.add(new Frame.Text(text));
                size -= text.length();
            }
            last = text == null && ending;
            more = !waiting.isEmpty() || (ending && !last);
            told = more;
        }
        if (last) {
            outbox.close(CloseCode.NORMAL, "");
        } else if (more) {
            outbox.ready(this);
        }
    }
}
