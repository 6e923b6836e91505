package io.hjx.embedded;

import io.hjx.api.HjxServer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * One run of an embedded server, from start to stop. Thread-safe.
 *
 * <p>It has a thread of its own, which starts Payara Micro, keeps the program alive meanwhile, and ends it: what that
 * thread has for a context class loader is nobody else's concern.
 */
final class Run {

    private final Program program;
    private final Address address;
    private final CompletableFuture<HjxServer> started = new CompletableFuture<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread = new Thread(this::run, "hjx-server");

    private Run(Program program, Address address) {
        this.program = program;
        this.address = address;
    }

    /** Starts a run; returns where the application answers, and fails where it does not. */
    static Run start(Program program, Address address) {
        Run run = new Run(program, address);
        run.thread.start();
        try {
            run.started.join();
            return run;
        } catch (CompletionException failure) {
            run.awaitThread();
            throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
        }
    }

    HjxServer server() {
        return started.join();
    }

    /** Ends the run, and waits for its end. */
    void stop() {
        stop.countDown();
        awaitThread();
        try {
            ended.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException reason ? reason : failure;
        }
    }

    private void awaitThread() {
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            serve();
            program.end();
            ended.complete(null);
        } catch (Throwable failure) {
            program.end();
            // Whoever waits for the start, or else for the end, throws it
            started.completeExceptionally(failure);
            ended.completeExceptionally(failure);
        }
    }

    private void serve() throws InterruptedException, IOException {
        Borrowed borrowed = Borrowed.present();
        try (PayaraLoader loader = PayaraLoader.create();
                ApplicationFolder folder = ApplicationFolder.unpack();
                PayaraMicro server = PayaraMicro.start(loader, address, folder)) {
            server.deploy(folder.war().toFile());
            started.complete(deployed());
            stop.await();
        } finally {
            borrowed.giveBack();
        }
    }

    /** Payara Micro deploys an application that has failed, and only the log tells of it. */
    private HjxServer deployed() {
        HjxServer server = program.server();
        if (server == null) {
            String reason = program.refusal();
            throw new IllegalStateException(
                    "The application has not started: " + (reason == null ? "the log says why" : reason));
        }
        return server;
    }
}
