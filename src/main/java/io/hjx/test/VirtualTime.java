package io.hjx.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Time that passes when the test says so. Thread-safe, since scripts ask too. */
final class VirtualTime implements Time {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** More than that at one moment is a loop that never comes to rest. */
    private static final int MOST_AT_ONCE = 1_000_000;

    /** How exactly is found out when something is so. */
    private static final Duration STEP = Duration.ofSeconds(1);

    /** How long a script may take, in real time; its own limits end it long before. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparingLong(Task::order));
    private long nanos;
    private long order;
    private int awaited;

    private record Task(long due, long order, Runnable work) {}

    @Override
    public synchronized long currentMillis() {
        return BEGIN.toEpochMilli() + nanos / 1_000_000;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        return at(nanos() + Math.max(0, delay.toNanos()), task);
    }

    /** Runs a task at a moment of {@link #nanos}. */
    synchronized Cancellable at(long due, Runnable task) {
        Task scheduled = new Task(due, order++, task);
        tasks.add(scheduled);
        notifyAll();
        return () -> cancel(scheduled);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /** A stage that completes on the test's thread, which waits for it before time goes on. */
    synchronized <T> CompletionStage<T> await(CompletionStage<T> work) {
        CompletableFuture<T> here = new CompletableFuture<>();
        awaited++;
        work.whenComplete((value, failure) -> execute(() -> {
            arrived();
            if (failure == null) {
                here.complete(value);
            } else {
                here.completeExceptionally(failure);
            }
        }));
        return here;
    }

    private synchronized void arrived() {
        awaited--;
    }

    @Override
    public void settle() {
        advance(Duration.ZERO);
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration most) {
        settle();
        long end = nanos() + most.toNanos();
        while (!condition.getAsBoolean() && nanos() < end) {
            advance(STEP);
        }
        return condition.getAsBoolean();
    }

    @Override
    public void advance(Duration time) {
        long end = nanos() + time.toNanos();
        long moment = nanos();
        int count = 0;
        for (Task next = next(end); next != null; next = next(end)) {
            count = next.due() <= moment ? count + 1 : 0;
            moment = nanos();
            if (count > MOST_AT_ONCE) {
                throw new AssertionError(
                        "The component never comes to rest: something asks for more and more, at once.");
            }
            next.work().run();
        }
        synchronized (this) {
            nanos = Math.max(nanos, end);
        }
    }

    /** The next task up to a moment. */
    private synchronized @Nullable Task next(long end) {
        awaitScripts();
        Task next = tasks.peek();
        if (next == null || next.due() > end) {
            return null;
        }
        nanos = Math.max(nanos, next.due());
        return tasks.poll();
    }

    /** Waits while scripts run and nothing else is to be done now. */
    private synchronized void awaitScripts() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (awaited > 0 && (tasks.isEmpty() || tasks.peek().due() > nanos)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(
                            "A script has not ended its turn for " + PATIENCE.toSeconds() + " seconds.");
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted while a script ran.", e);
        }
    }
}
