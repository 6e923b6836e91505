package io.hjx.runtime.instance;

import io.hjx.lang.eval.Budget;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.ScriptInstance;
import io.hjx.runtime.spi.ScriptState;
import io.hjx.runtime.spi.StateStore;
import io.hjx.runtime.spi.StateStore.InstanceKey;
import io.hjx.runtime.spi.StateStore.Stored;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One component under one key: its committed state, its script, and who follows it. Public methods are thread-safe and
 * only fill the mailbox; all else is confined to it.
 */
public final class Instance {

    private static final Logger LOG = System.getLogger("io.hjx.runtime");
    private static final Logger COMPONENT_LOG = System.getLogger("io.hjx.component");

    private final InstanceKey key;
    private final Environment environment;
    private final Mailbox mailbox;
    private final Consumer<Instance> onEnd;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<Publication> firstPublication = new CompletableFuture<>();

    /** Written by the mailbox at the end of a drain, read by whoever wants to look. */
    private volatile @Nullable Publication publication;

    /** Written by the mailbox at the end of a drain: whether {@link #purge} has anything to look at. */
    private volatile boolean mayPurge;

    // Confined to the mailbox; null until loaded, and where loading has failed
    private @Nullable Ledger ledger;
    private @Nullable Members members;
    private @Nullable Turns turns;
    private @Nullable Performer performer;
    private boolean live;

    /** Written by the mailbox; {@link #stop} reads it to end a turn that the mailbox is waiting for. */
    private volatile @Nullable Scripting scripting;

    Instance(InstanceKey key, Behavior behavior, Environment environment, Consumer<Instance> onEnd) {
        this.key = key;
        this.environment = environment;
        this.onEnd = onEnd;
        this.mailbox = new Mailbox(
                environment.executor(),
                this::publish,
                environment.settings().state().mailbox());
        mailbox.post(() -> load(behavior));
    }

    public InstanceKey key() {
        return key;
    }

    /** The first publication as soon as there is one: from then on {@link #publication} has the latest. */
    public CompletionStage<Publication> started() {
        return firstPublication;
    }

    /** The latest publication, or null before the first. */
    public @Nullable Publication publication() {
        return publication;
    }

    /** Takes a seat; the subscriber hears of it with its first publication, or that the instance has ended. */
    public Membership join(Identity identity, Subscriber subscriber) {
        Membership member = new Membership(this, identity, subscriber);
        mailbox.post(() -> {
            if (members == null) {
                subscriber.ended(gone());
            } else {
                members.join(member);
            }
        });
        return member;
    }

    /** Sends an event to every subscriber, in order with the changes. */
    public boolean broadcast(String event, Value data) {
        return mailbox.offer(() -> {
            if (turns != null) {
                turns.turn(turns.transaction(), turns::logFault, () -> {}).run(open -> open.broadcast(event, data));
            }
        });
    }

    /** Goes on with another revision of the behavior. */
    public void replace(Behavior next) {
        mailbox.post(() -> {
            if (ledger != null && members != null) {
                replace(ledger, members, next);
            }
        });
    }

    /** Ends the instance; what its store keeps stays. */
    public CompletionStage<Void> stop() {
        // At once, not by the mailbox: it may be waiting for a turn of this very script
        stopScript();
        mailbox.post(() -> end(Rejection.of(ErrorCode.UNAVAILABLE, "the server is stopping")));
        return ended;
    }

    /**
     * Ends the instance unless somebody uses it by the time the mailbox gets to it.
     *
     * @param stillIdle asked by the mailbox between commands, when nothing is being committed
     */
    void evict(BooleanSupplier stillIdle) {
        mailbox.post(() -> {
            if (stillIdle.getAsBoolean()) {
                end(gone());
            }
        });
    }

    /** Forgets clients whose resume window is over. */
    void purge() {
        if (!mayPurge) {
            return;
        }
        mailbox.post(() -> {
            if (members != null) {
                members.purge();
            }
        });
    }

    boolean act(Membership member, long id, Action action) {
        return mailbox.offer(() -> {
            // After the end the member is told of that
            if (performer != null) {
                performer.perform(member, id, action);
            }
        });
    }

    void leave(Membership member) {
        mailbox.post(() -> {
            if (members != null) {
                members.leave(member);
            }
        });
    }

    // What follows is confined to the mailbox

    Mailbox mailbox() {
        return mailbox;
    }

    Environment environment() {
        return environment;
    }

    StateStore store() {
        return environment.store();
    }

    Ledger ledger() {
        return live(ledger);
    }

    Members members() {
        return live(members);
    }

    Turns turns() {
        return live(turns);
    }

    Behavior behavior() {
        return ledger().behavior();
    }

    private static <T> T live(@Nullable T part) {
        if (part == null) {
            throw new RejectedException(gone());
        }
        return part;
    }

    private static Rejection gone() {
        return Rejection.of(ErrorCode.UNAVAILABLE, "the instance has ended");
    }

    @Nullable ScriptInstance script() {
        Scripting present = scripting;
        return present == null ? null : present.script();
    }

    ScriptState scriptState(Transaction transaction) {
        ScriptInstance script = script();
        return new ScriptView(transaction, behavior(), script == null ? Set.of() : script.computedNames());
    }

    /** What logs call this instance: without the user or session that its key may end with. */
    String label() {
        String shown = key.key().split("/", 2)[0];
        return shown.isEmpty() ? key.component() : key.component() + '?' + shown;
    }

    private void load(Behavior behavior) {
        mailbox.await(store().load(key), (stored, failure) -> {
            try {
                if (failure != null) {
                    throw new IllegalStateException("the state store failed", failure);
                }
                begin(behavior, stored);
            } catch (RuntimeException | StackOverflowError e) {
                LOG.log(Level.ERROR, label() + ": the instance could not start", e);
                end(Rejection.of(ErrorCode.UNAVAILABLE, "the instance could not start"));
            }
        });
    }

    private void begin(Behavior behavior, @Nullable Stored stored) {
        int maxHistory = environment.settings().state().history();
        Map<String, Value> values = new LinkedHashMap<>(behavior.initialShared());
        if (stored == null) {
            ledger = new Ledger(
                    behavior, environment.ids().next(), 0, StateMap.of(values), Recollection.EMPTY, maxHistory);
        } else {
            StateImage image = StateImage.of(stored.state());
            values.putAll(image.values());
            ledger = new Ledger(
                    behavior, stored.epoch(), stored.version(), StateMap.of(values), image.recollection(), maxHistory);
        }
        members = new Members(ledger, environment);
        turns = new Turns(this, environment.ids().next());
        performer = new Performer(this, turns);
        ledger.setState(recomputed(ledger));
        // Nobody sees the instance before its script has had its first turn
        startScript(() -> live = true);
    }

    /** The state with all its computed names; one that fails is left out, and stops nothing. */
    private StateMap recomputed(Ledger of) {
        Transaction transaction = turns().transaction();
        recomputeAll(of.behavior(), transaction);
        transaction.settleShared();
        return of.with(transaction.sharedChanges());
    }

    private void recomputeAll(Behavior behavior, Transaction transaction) {
        try {
            behavior.recompute(null, transaction, Budget.standard());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.WARNING, "{0}: a computed name failed: {1}", label(), e.getMessage());
        }
    }

    private void startScript(Runnable then) {
        Behavior.Script source = behavior().script();
        if (source == null || environment.scripts() == null) {
            then.run();
            return;
        }
        Scripting fresh = new Scripting(this);
        scripting = fresh;
        ScriptInstance script = environment.scripts().create(source.source(), source.text(), fresh);
        fresh.start(script);
        Consumer<Throwable> goOnWithout = failure -> {
            fresh.failed(failure);
            fresh.stop();
            then.run();
        };
        scriptTurn(script::init, goOnWithout, then);
    }

    /** One turn of the script; the mailbox waits for it. */
    void scriptTurn(Function<ScriptState, CompletionStage<Void>> work, Consumer<Throwable> onFailure, Runnable onDone) {
        if (ledger == null) {
            return;
        }
        Turn turn = turn(transaction(ledger, StateMap.EMPTY, null), null, onFailure, onDone);
        turn.then(transaction -> work.apply(scriptState(transaction)));
        turn.run(transaction -> {});
    }

    /** A turn of the instance itself. */
    private void own(Consumer<Transaction> body) {
        if (ledger != null) {
            turn(transaction(ledger, StateMap.EMPTY, null), null, this::logFault, () -> {})
                    .run(body);
        }
    }

    private Turn turn(
            Transaction transaction, @Nullable Participant by, Consumer<Throwable> onFailure, Runnable onDone) {
        String requestId = ledger().epoch() + '#' + unnumbered++;
        return new Turn(this, transaction, by, requestId, null, new Ending(onFailure, onDone));
    }

    /** How turns of this instance end. */
    private final class Ending implements Turn.Outcome {

        private final Consumer<Throwable> onFailure;
        private final Runnable onDone;

        Ending(Consumer<Throwable> onFailure, Runnable onDone) {
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
            end(reason);
        }
    }

    private Transaction transaction(Ledger of, StateMap local, @Nullable Identity identity) {
        int maxEvents = environment.settings().state().broadcasts();
        return new Transaction(of.state(), local, identity, maxEvents, environment.surroundings(), this::logLine);
    }

    private void logLine(String handler, String text) {
        COMPONENT_LOG.log(Level.INFO, "{0} {1}: {2}", label(), handler, text);
    }

    private void perform(Membership member, long id, Action action) {
        Participant participant = member.participant();
        if (ledger == null || members == null || participant == null) {
            // It has left, or is told that the instance has ended
            return;
        }
        Answer known = known(participant.identity().client(), id);
        if (known != null) {
            members.touch(member).answers().add(known);
            return;
        }
        members.refresh(participant);
        Transaction transaction = transaction(ledger, participant.local(), participant.identity());
        Ending ending =
                new Ending(failure -> failed(member, id, action, failure), () -> succeeded(member, id, transaction));
        Turn turn = id == Membership.UNNUMBERED
                ? turn(transaction, participant, ending.onFailure, ending.onDone)
                : numbered(transaction, participant, id, ending);
        turn.run(open -> {
            checkFresh(action, open);
            Fallback script = (event, arguments) -> deliver(turn, event, arguments, participant.identity());
            behavior().perform(action, open, open, Budget.standard(), script);
        });
    }

    private Turn numbered(Transaction transaction, Participant by, long id, Ending ending) {
        Turn.Answered answered = new Turn.Answered(by.identity().client(), id);
        return new Turn(this, transaction, by, answered.requestId(), answered, ending);
    }

    /** The answer to what comes a second time. */
    private @Nullable Answer known(String client, long id) {
        Recollection recollection = ledger().recollection();
        if (id == Membership.UNNUMBERED || !recollection.past(client, id)) {
            return null;
        }
        Answer answer = recollection.answer(client, id);
        return answer != null
                ? answer
                : new Answer(
                        id,
                        ledger().version(),
                        Rejection.of(ErrorCode.RESUME_EXPIRED, "nobody knows any more whether this was done"));
    }

    /** Refuses what means an item by its position in a list that has changed since the client looked. */
    private void checkFresh(Action action, StateAccess state) {
        if (!(action instanceof Action.AtSite at)) {
            return;
        }
        if (at.version() < ledger().firstOfRevision()) {
            throw new RejectedException(ErrorCode.STALE_ITEM, "the component has changed meanwhile");
        }
        if (at.version() == ledger().version() || at.site().items().stream().noneMatch(item -> item.positional())) {
            return;
        }
        if (!ledger().reaches(at.version())
                || behavior().listMayHaveMoved(at.site(), ledger().keysSince(at.version()), state, Budget.standard())) {
            throw new RejectedException(ErrorCode.STALE_ITEM, "the list has changed meanwhile");
        }
    }

    /** Gives an event that no handler takes to the script, once the rest of the turn is done. */
    private boolean deliver(Turn turn, String event, List<Value> arguments, Identity by) {
        ScriptInstance script = script();
        if (script == null || !script.listensTo(event)) {
            return false;
        }
        Map<String, Value> client = new LinkedHashMap<>(((ObjectValue) by.self()).properties());
        client.put("user", by.user());
        client.put("args", ListValue.of(arguments));
        turn.then(transaction -> script.deliver(event, arguments, ObjectValue.of(client), scriptState(transaction)));
        return true;
    }

    private void succeeded(Membership member, long id, Transaction transaction) {
        long version = ledger().version();
        if (!transaction.emits().isEmpty()) {
            List<Emission> emissions = members().touch(member).emissions();
            transaction.emits().forEach(event -> emissions.add(new Emission(version, event)));
        }
        if (id != Membership.UNNUMBERED) {
            Answer answer = new Answer(id, version, null);
            ledger().remember(member.identity().client(), answer);
            members().touch(member).answers().add(answer);
        }
    }

    private void failed(Membership member, long id, Action action, Throwable failure) {
        Rejection rejection = Rejections.of(failure, behavior(), action);
        if (Rejections.isFault(failure)) {
            logFault(failure);
        }
        Answer answer = new Answer(id, ledger().version(), rejection);
        if (id != Membership.UNNUMBERED) {
            ledger().remember(member.identity().client(), answer);
        }
        members().touch(member).answers().add(answer);
    }

    private void logFault(Throwable failure) {
        boolean expected = failure.getClass().getName().startsWith("io.hjx.");
        LOG.log(
                Level.WARNING,
                label() + ": nothing of an action was kept: " + failure.getMessage(),
                expected ? null : failure);
    }

    /** Refuses a growth past the bounds; what is too large already may shrink. */
    void checkSizes(StateMap shared, @Nullable Participant participant, StateMap local) {
        var bounds = environment.settings().state();
        if (shared.size() > bounds.sharedBytes()
                && shared.size() > ledger().state().size()) {
            throw new RejectedException(ErrorCode.STATE_TOO_LARGE, "the instance's state would be too large");
        }
        if (participant != null
                && local.size() > bounds.localBytes()
                && local.size() > participant.local().size()) {
            throw new RejectedException(ErrorCode.STATE_TOO_LARGE, "the client's own state would be too large");
        }
    }

    /**
     * Commits what the new behavior makes of the state, always as a version of its own: clients that still show the old
     * layout act with an older version, by which {@link #checkFresh} knows them.
     */
    private void replace(Ledger of, Members among, Behavior next) {
        Behavior previous = of.behavior();
        stopScript();
        scripting = null;
        Map<String, Value> values = Ledger.inherited(of.state(), next.initialShared(), previous, next);
        of.setBehavior(next);
        Turn turn = turns().turn(turns().transaction(), turns()::logFault, () -> {
            among.inherit(previous, next);
            startScript(() -> {});
        });
        turn.run(open -> {
            open.insist();
            of.state().values().keySet().forEach(name -> open.setShared(name, Undefined.UNDEFINED));
            values.forEach(open::setShared);
            open.settleShared();
            recomputeAll(next, open);
        });
    }

    private void stopScript() {
        Scripting running = scripting;
        if (running != null) {
            running.stop();
        }
    }

    /** Ends the instance, whatever the reason; harmless when it has ended. */
    void end(Rejection reason) {
        if (ended.isDone()) {
            return;
        }
        stopScript();
        List<Membership> left = members == null ? List.of() : new ArrayList<>(members.seats());
        publish();
        members = null;
        ledger = null;
        turns = null;
        performer = null;
        onEnd.accept(this);
        left.forEach(member -> member.subscriber().ended(reason));
        firstPublication.completeExceptionally(new RejectedException(reason));
        ended.complete(null);
    }

    private void publish() {
        if (members == null || !live) {
            return;
        }
        Publication latest = members.publish();
        mayPurge = members.anyGone();
        if (latest != publication) {
            publication = latest;
            firstPublication.complete(latest);
        }
    }
}
