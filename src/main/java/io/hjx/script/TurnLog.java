package io.hjx.script;

import io.hjx.runtime.spi.ScriptState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a script has done in one turn, job by job: the turn's own code first, then each continuation that followed
 * directly. Confined to the turn.
 *
 * <p>Each job is kept or dropped on its own. Dropping takes everything back and does again what is kept, so a job that
 * is kept may have read what a dropped one wrote, as it may with any exception that is caught late.
 */
final class TurnLog {

    /** One job's effects; the last write of a name counts. */
    private static final class Job {
        private final Map<String, Consumer<ScriptState>> writes = new LinkedHashMap<>();
        private final List<Consumer<ScriptState>> messages = new ArrayList<>();
        private final List<Object> settled = new ArrayList<>();

        boolean isEmpty() {
            return writes.isEmpty() && messages.isEmpty();
        }
    }

    private final List<Job> jobs = new ArrayList<>();

    /** How many jobs the turn's own code took; none until it has returned. */
    private int own;

    void open() {
        jobs.clear();
        jobs.add(new Job());
        own = 0;
    }

    void close() {
        jobs.clear();
    }

    /** The turn's own code has returned; only continuations follow. */
    void returned() {
        own = jobs.size();
    }

    /** True where a failure from here on is a continuation's. */
    boolean hasReturned() {
        return own > 0;
    }

    void jobBegins() {
        if (jobs.size() > 1 && current().isEmpty()) {
            current().settled.clear();
        } else {
            jobs.add(new Job());
        }
    }

    void settled(Object promise) {
        current().settled.add(promise);
    }

    void wrote(String key, Consumer<ScriptState> write) {
        current().writes.put(key, write);
    }

    void sent(Consumer<ScriptState> message) {
        current().messages.add(message);
    }

    private Job current() {
        return jobs.get(jobs.size() - 1);
    }

    /** True where the turn's own code has settled one of these promises: the turn itself has failed. */
    boolean failedFirst(Predicate<Object> failed) {
        return jobs.stream().limit(own).anyMatch(job -> job.settled.stream().anyMatch(failed));
    }

    /** Drops the jobs that have settled one of these promises, and the last one where {@code last} says so. */
    void drop(Predicate<Object> failed, boolean last, ScriptState state) {
        Job current = current();
        jobs.removeIf(job -> (last && job == current) || job.settled.stream().anyMatch(failed));
        state.rollBack();
        for (Job job : jobs) {
            job.writes.values().forEach(write -> write.accept(state));
            job.messages.forEach(message -> message.accept(state));
        }
    }
}
