package io.hjx.runtime.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.ManualExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class MailboxTest {

    private final ManualExecutor executor = new ManualExecutor();
    private final List<String> log = new ArrayList<>();
    private final Mailbox mailbox = new Mailbox(executor, () -> log.add("idle"), 3);

    @Test
    void post_several_runInOrderAndIdleOnce() {
        mailbox.post(() -> log.add("a"));
        mailbox.post(() -> log.add("b"));
        assertThat(executor.waiting()).isEqualTo(1);
        executor.runAll();
        assertThat(log).containsExactly("a", "b", "idle");
    }

    @Test
    void offer_full_isRefused() {
        for (int i = 0; i < 3; i++) {
            assertThat(mailbox.offer(() -> log.add("x"))).isTrue();
        }
        assertThat(mailbox.offer(() -> log.add("y"))).isFalse();
        executor.runAll();
        assertThat(mailbox.offer(() -> log.add("z"))).isTrue();
    }

    @Test
    void command_fails_othersGoOn() {
        mailbox.post(() -> {
            throw new IllegalStateException("deliberate");
        });
        mailbox.post(() -> log.add("b"));
        Logger quiet = Logger.getLogger(Mailbox.class.getName());
        quiet.setLevel(Level.OFF);
        executor.runAll();
        quiet.setLevel(null);
        assertThat(log).containsExactly("b", "idle");
    }

    @Test
    void await_notDone_holdsTheOthersAfterPublishing() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        mailbox.post(() -> log.add("before"));
        mailbox.post(() -> mailbox.await(stage, (value, failure) -> log.add(value)));
        mailbox.post(() -> log.add("after"));
        executor.runAll();
        assertThat(log).containsExactly("before", "idle");
        stage.complete("awaited");
        executor.runAll();
        assertThat(log).containsExactly("before", "idle", "awaited", "after", "idle");
    }

    @Test
    void await_done_goesOnAtOnce() {
        mailbox.post(() -> mailbox.await(CompletableFuture.completedFuture("v"), (value, failure) -> log.add(value)));
        executor.runAll();
        assertThat(log).containsExactly("v", "idle");
    }

    @Test
    void await_fails_tellsTheFailure() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        mailbox.post(() -> mailbox.await(stage, (value, failure) -> log.add(failure.getMessage())));
        executor.runAll();
        stage.completeExceptionally(new IllegalStateException("no"));
        executor.runAll();
        assertThat(log).containsExactly("idle", "no", "idle");
    }

    @Test
    void drain_manyCommands_letsOtherTasksRun() {
        for (int i = 0; i < 300; i++) {
            mailbox.post(() -> log.add("x"));
        }
        executor.execute(() -> log.add("other"));
        executor.runAll();
        assertThat(log).hasSize(303);
        assertThat(log.indexOf("other")).isLessThan(300);
    }

    @Test
    void executor_rejects_aLaterCommandStartsAgain() {
        boolean[] open = {false};
        Mailbox box = new Mailbox(
                task -> {
                    if (!open[0]) {
                        throw new RejectedExecutionException();
                    }
                    executor.execute(task);
                },
                () -> {},
                10);
        box.post(() -> log.add("a"));
        open[0] = true;
        box.post(() -> log.add("b"));
        executor.runAll();
        assertThat(log).containsExactly("a", "b");
    }

    @Test
    void threads_many_oneWriter() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            int[] plain = {0};
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger overlaps = new AtomicInteger();
            int senders = 8;
            int each = 5_000;
            CountDownLatch done = new CountDownLatch(senders * each);
            Mailbox box = new Mailbox(threads, () -> {}, Integer.MAX_VALUE);
            for (int sender = 0; sender < senders; sender++) {
                new Thread(() -> {
                            for (int i = 0; i < each; i++) {
                                boolean slow = i % 100 == 0;
                                box.post(() -> {
                                    if (inside.incrementAndGet() != 1) {
                                        overlaps.incrementAndGet();
                                    }
                                    plain[0]++;
                                    inside.decrementAndGet();
                                    if (slow) {
                                        box.await(
                                                CompletableFuture.supplyAsync(() -> "", threads),
                                                (value, failure) -> plain[0]++);
                                    }
                                    done.countDown();
                                });
                            }
                        })
                        .start();
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            CountDownLatch last = new CountDownLatch(1);
            int[] seen = {0};
            box.post(() -> {
                seen[0] = plain[0];
                last.countDown();
            });
            assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(overlaps).hasValue(0);
            assertThat(seen[0]).isEqualTo(senders * each + senders * each / 100);
        } finally {
            threads.shutdownNow();
        }
    }
}
