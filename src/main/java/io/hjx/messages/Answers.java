package io.hjx.messages;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to each id of a source, so that a message which is sent again is answered again and not executed.
 * Guarded by its owner.
 *
 * <p>Bounded in number and in size: the oldest goes first. Where answers are too large, the oldest of them go without
 * their ids, so that no message is executed again for the size of what was answered to others. Messages still under way
 * have no answer and are bounded by whoever handles them.
 */
final class Answers {

    /** What stands for an answer that is still being made. */
    static final String UNDER_WAY = "";

    /** What stands for an answer that was too large to be kept. */
    static final String FORGOTTEN = "-";

    /** What an entry costs beside its texts, in characters. */
    private static final int ENTRY = 50;

    private final int most;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private int answered;
    private int size;

    Answers(int most) {
        this.most = most;
    }

    /**
     * The frame that answered this id, {@link #UNDER_WAY}, {@link #FORGOTTEN}, or null where the id is new; from now on
     * it is known.
     */
    @Nullable String begin(String id) {
        return answers.putIfAbsent(id, UNDER_WAY);
    }

    /** The id has not been executed after all. */
    void forget(String id) {
        answers.remove(id);
    }

    /** The id is answered, with this frame. */
    void end(String id, String frame) {
        // Behind those that were answered before
        answers.remove(id);
        answers.put(id, frame);
        answered++;
        size += cost(id, frame);
        Iterator<Map.Entry<String, String>> oldest = answers.entrySet().iterator();
        while (answered > 1 && answered > most) {
            Map.Entry<String, String> entry = oldest.next();
            if (!entry.getValue().equals(UNDER_WAY)) {
                answered--;
                size -= cost(entry.getKey(), entry.getValue());
                oldest.remove();
            }
        }
        if (size > MessageSettings.MAX_ANSWERS_TEXT) {
            forgetLarge(id);
        }
    }

    private void forgetLarge(String latest) {
        for (Map.Entry<String, String> entry : answers.entrySet()) {
            String frame = entry.getValue();
            boolean kept = !frame.equals(UNDER_WAY)
                    && !frame.equals(FORGOTTEN)
                    && !entry.getKey().equals(latest);
            if (kept) {
                entry.setValue(FORGOTTEN);
                size -= frame.length() - FORGOTTEN.length();
            }
            if (size <= MessageSettings.MAX_ANSWERS_TEXT) {
                return;
            }
        }
    }

    private static int cost(String id, String frame) {
        return ENTRY + id.length() + frame.length();
    }

    /** About the characters that are remembered. */
    int size() {
        return size;
    }
}
