package io.hjx.client;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ids that the server has asked under: each is executed once, and answered again where it comes again. Answers are
 * bounded in number and in size; the oldest is forgotten. Guarded by its session.
 */
final class Asked {

    /** The most messages of the server that handlers are at, or that wait for them. */
    private static final int UNDER_WAY = 256;

    /** The most answers that are remembered, and their characters. */
    private static final int REMEMBERED = 1_000;

    private static final int REMEMBERED_TEXT = 1 << 18;

    /** What stands for an answer that is still being made. */
    private static final String NONE_YET = "";

    private final Consumer<String> writer;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private int underWay;
    private int answered;
    private int size;

    Asked(Consumer<String> writer) {
        this.writer = writer;
    }

    /**
     * Whether a message is to be executed; where not, it has its answer.
     *
     * @param known whether there is a handler
     */
    boolean take(Frame.Message message, boolean known) {
        String id = message.id();
        String before = id == null ? null : answers.get(id);
        if (before != null) {
            again(before);
            return false;
        }
        if (!known) {
            if (id != null) {
                writer.accept(Frame.failure(id, "unknown-type", "Nobody takes messages of this type."));
            }
            return false;
        }
        if (underWay >= UNDER_WAY) {
            writer.accept(Frame.failure(id, "busy", "Wait for answers before you send more."));
            return false;
        }
        underWay++;
        if (id != null) {
            answers.put(id, NONE_YET);
        }
        return true;
    }

    private void again(String answer) {
        if (!answer.equals(NONE_YET)) {
            writer.accept(answer);
        }
    }

    /** A message has been executed, and this is to answer it. */
    void answer(@Nullable String id, String frame) {
        underWay--;
        // Where it is not known any more, another server has taken the place of the one that asked
        if (id != null && answers.remove(id) != null) {
            remember(id, frame);
            writer.accept(frame);
        }
    }

    private void remember(String id, String frame) {
        answers.put(id, frame);
        answered++;
        size += id.length() + frame.length();
        Iterator<Map.Entry<String, String>> oldest = answers.entrySet().iterator();
        while (answered > 1 && (answered > REMEMBERED || size > REMEMBERED_TEXT)) {
            Map.Entry<String, String> entry = oldest.next();
            if (!entry.getValue().equals(NONE_YET)) {
                oldest.remove();
                answered--;
                size -= entry.getKey().length() + entry.getValue().length();
            }
        }
    }

    /** Another server, other ids. */
    void forget() {
        answers.clear();
        answered = 0;
        size = 0;
    }
}
