package io.hjx.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the application has sent and the server has not answered, in order; bounded in number, in size and in time.
 * Guarded by its session.
 */
final class Unanswered {

    /** The most messages that are on their way at once; the server takes 256 of one source. */
    private static final int IN_FLIGHT = 128;

    /** The most bytes that wait for an answer. */
    private static final int MOST_BYTES = 1 << 20;

    private final ClientOptions options;
    private final Clock clock;
    private final Executor callbacks;
    private final Predicate<String> writer;

    /** By id, which is JSON text, oldest first. */
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private int size;
    private int inFlight;
    private long lastId;

    /** Runs tasks later, with the session's lock held. */
    interface Clock {
        Surroundings.Timer schedule(Duration delay, Runnable task);
    }

    /** A message without an answer. */
    private static final class Entry {
        final String frame;
        final int size;
        final Surroundings.Timer timer;
        final CompletableFuture<@Nullable String> answer = new CompletableFuture<>();

        /** Over the present connection. */
        boolean sent;

        /** Over any connection: whether the server knows it, nobody knows before it answers. */
        boolean tried;

        Entry(String frame, int size, Surroundings.Timer timer) {
            this.frame = frame;
            this.size = size;
            this.timer = timer;
        }
    }

    /** @param writer sends a frame; false where there is no connection */
    Unanswered(ClientOptions options, Clock clock, Executor callbacks, Predicate<String> writer) {
        this.options = options;
        this.clock = clock;
        this.callbacks = callbacks;
        this.writer = writer;
    }

    /**
     * Takes a message, to be sent now or when there is a connection.
     *
     * @param payload JSON text
     * @param time until it is given up
     * @param late the code of that
     * @return the answer's payload, as JSON text
     * @throws MessageException where there is no room for it
     */
    CompletionStage<@Nullable String> add(String type, @Nullable String payload, Duration time, String late) {
        String id = String.valueOf(lastId + 1);
        String frame = Frame.message(type, payload, id);
        int bytes = Frame.bytesOf(frame);
        if (bytes > options.maxFrame()) {
            throw new MessageException(
                    "too-large", "A message may have " + options.maxFrame() + " bytes; this one has " + bytes + ".");
        }
        if (entries.size() >= options.maxQueue() || size + bytes > MOST_BYTES) {
            throw new MessageException("queue-full", "Too many messages wait for an answer; send this one later.");
        }
        Surroundings.Timer timer = clock.schedule(
                time, () -> fail(id, late, "The server has not answered in " + time.toMillis() + " ms."));
        Entry entry = new Entry(frame, bytes, timer);
        entries.put(id, entry);
        lastId++;
        size += bytes;
        flush();
        return entry.answer;
    }

    /** Sends what has not been sent over this connection, as far as there is room on the way. */
    void flush() {
        for (Entry entry : entries.values()) {
            if (inFlight >= IN_FLIGHT) {
                return;
            }
            if (!entry.sent) {
                if (!writer.test(entry.frame)) {
                    return;
                }
                entry.sent = true;
                entry.tried = true;
                inFlight++;
            }
        }
    }

    /** The connection is gone, and with it what was on its way. */
    void interrupted() {
        entries.values().forEach(entry -> entry.sent = false);
        inFlight = 0;
    }

    /** The server does not know this client any more: nobody can tell whether it has done what was on its way. */
    void forgotten() {
        List.copyOf(entries.entrySet()).stream()
                .filter(entry -> entry.getValue().tried)
                .forEach(entry -> fail(
                        entry.getKey(),
                        "resume-expired",
                        "The server may or may not have taken it: it does not know this client any more."));
    }

    /** The server has closed because of a message that is too large for it: that was none but the longest. */
    void refuseLongest() {
        entries.entrySet().stream()
                .filter(entry -> entry.getValue().sent)
                .max(Comparator.comparingInt(entry -> entry.getValue().size))
                .ifPresent(longest -> fail(
                        longest.getKey(),
                        "too-large",
                        "The server does not take a message of " + longest.getValue().size + " bytes."));
    }

    /** The server's answer. */
    void answered(String id, @Nullable String payload) {
        Entry entry = remove(id);
        if (entry != null) {
            callbacks.execute(() -> entry.answer.complete(payload));
        }
        flush();
    }

    /** The server's refusal. */
    void refused(String id, String code, String message) {
        fail(id, code, message);
        flush();
    }

    /** Nothing will be answered any more. */
    void end(String code, String message) {
        List.copyOf(entries.keySet()).forEach(id -> fail(id, code, message));
    }

    private void fail(String id, String code, String message) {
        Entry entry = remove(id);
        if (entry != null) {
            callbacks.execute(() -> entry.answer.completeExceptionally(new MessageException(code, message)));
        }
    }

    private @Nullable Entry remove(String id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            entry.timer.cancel();
            size -= entry.size;
            if (entry.sent) {
                inFlight--;
            }
        }
        return entry;
    }
}
