package io.hjx.runtime.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final List<Integer> MANY = IntStream.range(0, 1_000).boxed().toList();

    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void fewAreDoneByTheCallerAlone() {
        Spread spread = new Spread(
                "a test",
                task -> {
                    throw new AssertionError("nobody is asked");
                },
                3);

        spread.each(MANY.subList(0, 64), done::add);

        assertEquals(MANY.subList(0, 64), done);
    }

    @Test
    void helpersThatComeTooLateFindNothing() {
        Deque<Runnable> late = new ArrayDeque<>();

        new Spread("a test", late::add, 3).each(MANY, done::add);
        assertEquals(MANY, done);
        assertEquals(3, late.size());

        late.forEach(Runnable::run);
        assertEquals(MANY, done);
    }

    @Test
    void whileNobodyHasTimeNoMoreAreAsked() {
        Deque<Runnable> late = new ArrayDeque<>();
        Spread spread = new Spread("a test", late::add, 3);

        spread.each(MANY, done::add);
        spread.each(MANY, done::add);
        assertEquals(3, late.size());

        late.forEach(Runnable::run);
        late.clear();
        spread.each(MANY, done::add);
        assertEquals(3, late.size());
    }

    @Test
    void noMoreAreAskedThanThereAreBatches() {
        Deque<Runnable> late = new ArrayDeque<>();

        new Spread("a test", late::add, 30).each(MANY.subList(0, 130), done::add);

        assertEquals(2, late.size());
    }

    @Test
    void whereNobodyTakesWorkAnyMoreTheCallerDoesItAll() {
        Spread spread = new Spread(
                "a test",
                task -> {
                    throw new RejectedExecutionException();
                },
                3);

        spread.each(MANY, done::add);

        assertEquals(MANY, done);
    }

    @Test
    void eachIsDoneOnceByWhoeverHasTime() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        CountDownLatch helped = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        CountDownLatch left = new CountDownLatch(MANY.size());
        try {
            new Spread("a test", threads, 3).each(MANY, item -> {
                if (Thread.currentThread() != caller) {
                    helped.countDown();
                } else if (item > 0) {
                    // The first is done before anybody is asked
                    awaitUnchecked(helped);
                }
                done.add(item);
                left.countDown();
            });
            assertTrue(left.await(30, TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
        assertEquals(MANY, done.stream().sorted().toList());
    }

    @Test
    void whatFailsKeepsItFromNobodyElse() {
        new Spread("a test", Runnable::run, 1).each(MANY, item -> {
            if (item == 70) {
                throw new IllegalStateException("expected by this test");
            }
            done.add(item);
        });

        assertEquals(MANY.size() - 1, done.size());
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
