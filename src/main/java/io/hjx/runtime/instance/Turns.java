package io.hjx.runtime.instance;

import io.hjx.runtime.spi.ScriptState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Begins the turns of one instance. Confined to the mailbox. */
final class Turns {

    private static final Logger LOG = System.getLogger("io.hjx.runtime");
    private static final Logger COMPONENT_LOG = System.getLogger("io.hjx.component");

    private final Instance instance;

    /** Makes request ids that no other life of this instance has used: stores outlive it. */
    private final String incarnation;

    private long unnumbered;

    Turns(Instance instance, String incarnation) {
        this.instance = instance;
        this.incarnation = incarnation;
    }

    /** What becomes of a turn; whose change the store refuses ends the instance. */
    final class Ending implements Turn.Outcome {

        private final Consumer<Throwable> onFailure;
        private final Runnable onDone;

        private Ending(Consumer<Throwable> onFailure, Runnable onDone) {
            this.onFailure = onFailure;
            this.onDone = onDone;
        }

        @Override
        public void done() {
            onDone.run();
        }

        @Override
        public void failed(Throwable failure) {
            onFailure.accept(failure);
        }

        @Override
        public void lost(Rejection reason) {
            instance.end(reason);
        }
    }

    Ending ending(Consumer<Throwable> onFailure, Runnable onDone) {
        return new Ending(onFailure, onDone);
    }

    /** A transaction of a client. */
    Transaction transaction(StateMap local, @Nullable Identity identity) {
        Environment environment = instance.environment();
        return new Transaction(
                instance.ledger().state(),
                local,
                identity,
                environment.settings().state().broadcasts(),
                environment.surroundings(),
                this::logLine);
    }

    /** A transaction of the instance itself. */
    Transaction transaction() {
        return transaction(StateMap.EMPTY, null);
    }

    /** A turn of a client; {@code id} is its number or {@link Membership#UNNUMBERED}. */
    Turn turn(Transaction transaction, Participant by, long id, Turn.Outcome outcome) {
        if (id == Membership.UNNUMBERED) {
            return new Turn(instance, transaction, by, requestId(), null, outcome);
        }
        Turn.Answered answered = new Turn.Answered(by.identity().client(), id);
        return new Turn(instance, transaction, by, answered.requestId(), answered, outcome);
    }

    /** A turn of the instance itself. */
    Turn turn(Transaction transaction, Consumer<Throwable> onFailure, Runnable onDone) {
        return new Turn(instance, transaction, null, requestId(), null, ending(onFailure, onDone));
    }

    private String requestId() {
        return incarnation + '#' + unnumbered++;
    }

    /** A turn of a script or of the application; the mailbox waits for it. */
    void script(
            Contributor by,
            Function<ScriptState, CompletionStage<Void>> work,
            Consumer<Throwable> onFailure,
            Runnable onDone) {
        Turn turn = turn(transaction(), onFailure, onDone);
        turn.then(by, work);
        turn.run(transaction -> {});
    }

    private void logLine(String handler, String text) {
        COMPONENT_LOG.log(Level.INFO, "{0} {1}: {2}", instance.label(), handler, text);
    }

    /** A fault of the application comes without a stack trace, one of this program with it. */
    void logFault(Throwable failure) {
        logFault(failure, null);
    }

    /**
     * The same with the place of the fault.
     *
     * @param at the file, line and column with colons between, or null where that is not known
     */
    void logFault(Throwable failure, @Nullable String at) {
        String text = instance.label() + ": nothing of an action was kept: " + failure.getMessage()
                + (at == null ? "" : " (" + at + ")");
        if (failure.getClass().getName().startsWith("io.hjx.")) {
            LOG.log(Level.WARNING, text);
        } else {
            LOG.log(Level.WARNING, text, failure);
        }
    }
}
