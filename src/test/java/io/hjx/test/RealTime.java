package io.hjx.test;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Time that passes by itself; what is due in it happens only while the test lets it pass. Thread-safe. */
final class RealTime implements Time {

    private final long beginning = System.nanoTime();
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private long order;

    private record Task(long due, long order, Runnable work) {}

    @Override
    public long nanos() {
        return System.nanoTime() - beginning;
    }

    @Override
    public long currentMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public synchronized Ticker.Cancellable schedule(Duration delay, Runnable task) {
        Task scheduled = new Task(nanos() + Math.max(0, delay.toNanos()), order++, task);
        tasks.add(scheduled);
        notifyAll();
        return () -> cancel(scheduled);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /** Waits for nothing: what follows from something takes its time here. */
    @Override
    public void settle() {
        // When the test lets time pass
    }

    @Override
    public void advance(Duration time) {
        await(() -> false, time);
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration most) {
        long end = nanos() + most.toNanos();
        while (!condition.getAsBoolean()) {
            Task next = next(end);
            if (next == null) {
                return condition.getAsBoolean();
            }
            next.work().run();
        }
        return true;
    }

    /** Waits for what is due up to a moment; null where that is over. */
    private synchronized @Nullable Task next(long end) {
        try {
            for (Task next = tasks.peek(); ; next = tasks.peek()) {
                long now = nanos();
                if (next != null && next.due() <= Math.min(now, end)) {
                    return tasks.poll();
                }
                if (now >= end) {
                    return null;
                }
                long until = next == null ? end : Math.min(end, next.due());
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, until - now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        }
    }
}
