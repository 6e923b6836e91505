package io.hjx.runtime.instance;

import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Extension;
import io.hjx.runtime.spi.HandlerState;
import io.hjx.runtime.spi.ScriptState;
import io.hjx.runtime.spi.StateStore.Commit;
import io.hjx.runtime.spi.StateStore.CommitResult;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One command's way from its first statement to its answer: run, bring computed names up to date, commit, release the
 * effects. Confined to the mailbox, which it holds until it has ended; used once.
 *
 * <p>Every step may fail, and then nothing has happened but that {@link Outcome#failed} is told. Effects are released
 * only when the store has said that the change is kept.
 */
final class Turn {

    private static final int COMMIT_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);

    /** What becomes of a turn. */
    interface Outcome {

        /** Everything is committed, or there was nothing to commit. */
        void done();

        /** Nothing is kept. */
        void failed(Throwable failure);

        /** The instance is in other hands, or nobody knows what it holds. */
        void lost(Rejection reason);
    }

    private final Instance instance;
    private final Transaction transaction;
    private final @Nullable Participant participant;
    private final String requestId;
    private final @Nullable Answered answered;
    private final Outcome outcome;
    private final Deque<Supplier<CompletionStage<Void>>> work = new ArrayDeque<>(1);
    private final Set<Contributor> ran = new HashSet<>();
    private final Set<String> changed = new HashSet<>();

    /** Those of them that have changed in the present round of what scripts compute. */
    private final Set<String> news = new HashSet<>();

    /** There once Java is in it: most turns have nobody who asks. */
    private @Nullable CompletableFuture<Long> committed;

    private int tries;

    /** Whose numbered action this is, so that its answer is kept with what it commits. */
    record Answered(String client, long id) {

        String requestId() {
            return client + '#' + id;
        }
    }

    /** What is there once the turn is committed. */
    private record After(StateMap shared, StateMap local, Recollection recollection) {}

    Turn(
            Instance instance,
            Transaction transaction,
            @Nullable Participant participant,
            String requestId,
            @Nullable Answered answered,
            Outcome outcome) {
        this.instance = instance;
        this.transaction = transaction;
        this.participant = participant;
        this.requestId = requestId;
        this.answered = answered;
        this.outcome = outcome;
    }

    /** Adds what a script or the application does after the body, in order. */
    void then(Contributor by, Function<ScriptState, CompletionStage<Void>> work) {
        this.work.add(() -> work.apply(open(by)));
    }

    /** Adds what Java does after the body for the component at a path, in order. */
    void then(String path, Function<HandlerState, CompletionStage<Void>> javaWork) {
        CompletableFuture<Long> end = committed == null ? new CompletableFuture<>() : committed;
        committed = end;
        work.add(() -> javaWork.apply(new JavaView(instance.scripts().view(path, transaction), end)));
    }

    private ScriptState open(Contributor contributor) {
        ran.add(contributor);
        return contributor.view(transaction);
    }

    void run(Consumer<Transaction> body) {
        attempt(() -> {
            body.accept(transaction);
            refuseComputed();
            goOn();
        });
    }

    /** What somebody keeps by {@code compute} is his own. */
    private void refuseComputed() {
        instance.scripts().all().forEach(this::refuseComputed);
        refuseComputed(instance.application());
    }

    private void refuseComputed(Contributor by) {
        for (String name : by.computedNames()) {
            if (transaction.hasWritten(by.path() + name)) {
                throw new RejectedException(
                        ErrorCode.HANDLER_FAILED, "`" + name + "` is kept by " + by.noun() + " and cannot be set");
            }
        }
    }

    /** Any failure of a step ends the turn. A stack overflow is one: the budget bounds depth, the stack is the net. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError e) {
            fail(e);
        }
    }

    private void fail(Throwable failure) {
        ran.forEach(Contributor::dropped);
        outcome.failed(failure);
        tell(end -> end.completeExceptionally(failure));
    }

    /** Does what has been added, one after the other. */
    private void goOn() {
        Supplier<CompletionStage<Void>> next = work.poll();
        if (next == null) {
            settle();
            return;
        }
        await(next.get(), done -> goOn());
    }

    private <T> void await(CompletionStage<T> stage, Consumer<@Nullable T> next) {
        instance.mailbox().await(stage, (value, failure) -> {
            if (failure != null) {
                fail(Rejections.cause(failure));
            } else {
                attempt(() -> next.accept(value));
            }
        });
    }

    private void settle() {
        recompute();
        settleScripts(instance.scripts().all().iterator(), this::settleApplication);
    }

    /** Brings what scripts compute up to date, parents before children, each after what it may read. */
    private void settleScripts(Iterator<Scripting> left, Runnable then) {
        while (left.hasNext() && !news.isEmpty()) {
            if (settles(left.next(), Set.copyOf(news), () -> settleScripts(left, then))) {
                return;
            }
        }
        then.run();
    }

    /** What the application computes may read what scripts do, and these, once more, what it does. */
    private void settleApplication() {
        Set<String> names = instance.application().extension() == null ? Set.of() : Set.copyOf(news);
        news.clear();
        if (names.isEmpty()
                || !settles(
                        instance.application(),
                        names,
                        () -> settleScripts(instance.scripts().all().iterator(), this::settleLocal))) {
            settleLocal();
        }
    }

    /** Lets somebody compute where one of these keys means something to him; what follows then goes on after it. */
    private boolean settles(Contributor by, Set<String> keys, Runnable next) {
        Extension code = by.extension();
        Set<String> names = code == null ? Set.of() : instance.behavior().ownChanged(by.path(), keys);
        if (code == null || names.isEmpty() || !code.computesFrom(names) || !by.isPresent(transaction)) {
            return false;
        }
        await(code.recompute(names, open(by)), done -> {
            recompute();
            next.run();
        });
        return true;
    }

    private void recompute() {
        Set<String> keys = transaction.settleShared();
        if (!keys.isEmpty()) {
            note(keys);
            instance.behavior()
                    .recompute(keys, transaction, instance.environment().budget());
            note(transaction.settleShared());
        }
    }

    private void note(Set<String> keys) {
        changed.addAll(keys);
        if (instance.hasContributors()) {
            news.addAll(keys);
        }
    }

    private void settleLocal() {
        Set<String> written = transaction.settleLocal();
        if (participant != null && instance.behavior().hasLocal()) {
            Set<String> keys = new HashSet<>(written);
            keys.addAll(changed);
            if (!keys.isEmpty()) {
                instance.behavior()
                        .recomputeLocal(
                                keys, transaction, instance.environment().budget());
                transaction.settleLocal();
            }
        }
        commit();
    }

    private void commit() {
        Ledger ledger = instance.ledger();
        StateMap local =
                participant == null ? StateMap.EMPTY : participant.local().with(transaction.localChanges());
        StateMap shared = ledger.with(transaction.sharedChanges());
        checkSizes(shared, local);
        if (!transaction.wantsCommit()) {
            release(local);
            return;
        }
        Recollection recollection = ledger.recollection();
        if (answered != null) {
            recollection = recollection.with(answered.client, new Answer(answered.id, ledger.version() + 1, null));
        }
        StateImage image = new StateImage(shared.values(), recollection);
        Commit commit = new Commit(
                ledger.storeEpoch(), ledger.version(), image, StateChange.of(transaction), List.of(requestId), 0);
        send(commit, new After(shared, local, recollection));
    }

    /** Refuses a growth past the bounds; what is too large already may shrink. */
    private void checkSizes(StateMap shared, StateMap local) {
        var bounds = instance.environment().settings().state();
        if (shared.size() > bounds.sharedBytes()
                && shared.size() > instance.ledger().state().size()) {
            throw new RejectedException(ErrorCode.STATE_TOO_LARGE, "the instance's state would be too large");
        }
        if (participant != null
                && local.size() > bounds.localBytes()
                && local.size() > participant.local().size()) {
            throw new RejectedException(ErrorCode.STATE_TOO_LARGE, "the client's own state would be too large");
        }
    }

    private void send(Commit commit, After after) {
        tries++;
        instance.mailbox().await(instance.store().commit(instance.key(), commit), (result, failure) -> {
            if (failure != null || result == null || result instanceof CommitResult.Unknown) {
                again(commit, after);
            } else {
                committed(result, after);
            }
        });
    }

    /** Tries a commit again whose outcome nobody knows: its request id makes that harmless. */
    private void again(Commit commit, After after) {
        if (tries == COMMIT_TRIES) {
            lose("the state store does not answer");
            return;
        }
        CompletableFuture<Void> waited = new CompletableFuture<>();
        Ticker ticker = instance.environment().ticker();
        ticker.schedule(FIRST_WAIT.multipliedBy(1L << tries), () -> waited.complete(null));
        instance.mailbox().await(waited, (done, failure) -> send(commit, after));
    }

    private void committed(CommitResult result, After after) {
        Ledger ledger = instance.ledger();
        if (result instanceof CommitResult.Ok || isMine(result, ledger.version() + 1)) {
            ledger.advance(
                    after.shared,
                    after.recollection,
                    transaction.sharedChanges().keySet(),
                    transaction.broadcasts());
            instance.members().sharedChanged(transaction.sharedChanges().keySet());
            instance.scripts().follow(transaction.sharedChanges().keySet());
            release(after.local);
        } else if (result instanceof CommitResult.Duplicate before) {
            // Executed before this instance was loaded: its effects went out then
            ran.forEach(Contributor::dropped);
            outcome.done();
            tell(end -> end.complete(before.version()));
        } else {
            lose("the instance has moved");
        }
    }

    private void tell(Consumer<CompletableFuture<Long>> news) {
        if (committed != null) {
            news.accept(committed);
        }
    }

    private void lose(String why) {
        Rejection reason = Rejection.of(ErrorCode.UNAVAILABLE, why);
        outcome.lost(reason);
        tell(end -> end.completeExceptionally(new RejectedException(reason)));
    }

    /** An earlier try of this very commit had arrived. */
    private static boolean isMine(CommitResult result, long version) {
        return result instanceof CommitResult.Duplicate duplicate && duplicate.version() == version;
    }

    private void release(StateMap local) {
        if (participant != null) {
            participant.setLocal(local);
            instance.members().computed(participant);
            instance.members().tell(participant, transaction);
        }
        long version = instance.ledger().version();
        outcome.done();
        tell(end -> end.complete(version));
    }
}
