package io.hjx.runtime.instance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The changes that the application has asked for and has not been told of. It is told behind the publication, so that
 * it sees there what it has done. Confined to the mailbox.
 */
final class ApplicationChanges {

    private final Set<Asked> underWay = new LinkedHashSet<>();
    private final List<Runnable> news = new ArrayList<>();

    /** One of them, with the stage that tells of it. */
    static final class Asked {
        private final CompletableFuture<Long> told;

        private Asked(CompletableFuture<Long> told) {
            this.told = told;
        }
    }

    Asked begin(CompletableFuture<Long> told) {
        Asked asked = new Asked(told);
        underWay.add(asked);
        return asked;
    }

    void done(Asked asked, long version) {
        underWay.remove(asked);
        news.add(() -> asked.told.complete(version));
    }

    void failed(Asked asked, Throwable failure) {
        underWay.remove(asked);
        news.add(() -> asked.told.completeExceptionally(failure));
    }

    /** Tells what is known. */
    void tell() {
        if (!news.isEmpty()) {
            List<Runnable> all = List.copyOf(news);
            news.clear();
            all.forEach(Runnable::run);
        }
    }

    /** The instance ends: what is under way fails. */
    void end(Throwable failure) {
        List.copyOf(underWay).forEach(asked -> failed(asked, failure));
        tell();
    }
}
