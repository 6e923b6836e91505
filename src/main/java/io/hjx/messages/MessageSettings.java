package io.hjx.messages;

import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import java.time.Duration;

/**
 * The bounds of the message server. Immutable.
 *
 * @param traffic what one connection may send and be sent; its window is how long a source may be taken up again
 * @param unanswered the most messages of one source that wait for a handler or its answer, and as many the other way;
 *     one more is refused
 * @param remembered the most ids of one source whose answers are remembered; the oldest is forgotten
 */
public record MessageSettings(Traffic traffic, int unanswered, int remembered) {

    /** Characters of one source that wait for a handler, and of one connection that wait to be sent. */
    static final int MAX_WAITING_TEXT = 1 << 20;

    /** Characters of the answers that are remembered of one source. */
    static final int MAX_ANSWERS_TEXT = 1 << 18;

    /** The most sources that are gone and still known, and the answers of all of them, in characters. */
    static final int MAX_GONE = 10_000;

    static final int MAX_GONE_TEXT = 1 << 24;

    public static MessageSettings of(Traffic traffic) {
        return new MessageSettings(traffic, 256, 1_000);
    }

    Duration window() {
        return traffic.resumeWindow();
    }
}
