package io.hjx.runtime.instance;

import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.HandlerState;
import io.hjx.runtime.spi.JavaHandlers;
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

    private final InstanceKey key;
    private final Environment environment;
    private final Mailbox mailbox;
    private final Consumer<Instance> onEnd;
    private final Application application;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<Publication> firstPublication = new CompletableFuture<>();

    /** Written by the mailbox at the end of a drain, read by whoever wants to look. */
    private volatile @Nullable Publication publication;

    /** Written by the mailbox at the end of a drain: whether somebody has gone who may come back. */
    private volatile boolean awaitsSomebody;

    /** Set by the first who does more than look; never taken back. */
    private volatile boolean used;

    // Confined to the mailbox; null until loaded, and where loading has failed
    private @Nullable Ledger ledger;
    private @Nullable Members members;
    private @Nullable Turns turns;
    private @Nullable Performer performer;
    private boolean live;

    /** What the application has asked for and is being done. Confined to the mailbox. */
    private final ApplicationChanges changes = new ApplicationChanges();

    /** Written by the mailbox; {@link #stop} reads it to end a turn that the mailbox is waiting for. */
    private volatile @Nullable Scripts scripts;

    Instance(
            InstanceKey key,
            Behavior behavior,
            Environment environment,
            Companions companions,
            Consumer<Instance> onEnd) {
        this.key = key;
        this.environment = environment;
        this.onEnd = onEnd;
        this.application = new Application(this, companions);
        this.mailbox = new Mailbox(
                environment.executor(),
                this::idle,
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
        used = true;
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
        used = true;
        return mailbox.offer(() -> {
            if (turns != null) {
                turns.turn(turns.transaction(), turns::logFault, () -> {}).run(open -> open.broadcast(event, data));
            }
        });
    }

    /**
     * Gives Java a turn of the instance, when the mailbox gets there.
     *
     * @param work what it does, as in {@link JavaHandlers}; its failure is logged
     * @return false where the instance has too much to do
     */
    public boolean turn(Function<HandlerState, CompletionStage<Void>> work) {
        used = true;
        return mailbox.offer(() -> {
            if (turns != null && live) {
                Turn turn = turns.turn(turns.transaction(), turns::logFault, () -> {});
                turn.then("", work);
                turn.run(open -> {});
            }
        });
    }

    /**
     * Makes a change for the application. The mailbox waits for the work, which must not wait itself.
     *
     * @return the version that holds the change, which by then is published. Fails with {@link RejectedException}, or
     *     with what the work has failed with
     */
    public CompletionStage<Long> change(Function<ScriptState, CompletionStage<Void>> work) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        if (!mailbox.offer(() -> make(work, done))) {
            done.completeExceptionally(new RejectedException(ErrorCode.BUSY, "the instance has too much to do"));
        }
        return done;
    }

    /** The same also where much waits: for what must not be lost, and comes no faster than transactions end. */
    public CompletionStage<Long> changeSurely(Function<ScriptState, CompletionStage<Void>> work) {
        CompletableFuture<Long> done = new CompletableFuture<>();
        mailbox.post(() -> make(work, done));
        return done;
    }

    /**
     * What is published, as the application sees it; what is written there goes nowhere. It belongs to one thread.
     *
     * @throws IllegalStateException before the first publication
     */
    public ScriptState rehearsal() {
        Publication present = publication;
        if (present == null) {
            throw new IllegalStateException("the instance has not started");
        }
        Transaction transaction = new Transaction(
                present.stateMap(), StateMap.EMPTY, null, 1, environment.surroundings(), (handler, text) -> {});
        Scripts running = scripts;
        Scripting root = running == null ? null : running.at("");
        return application.view(transaction, present.behavior(), root == null ? Set.of() : root.computedNames());
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
        // At once, not by the mailbox: it may be waiting for a turn of these very scripts
        stopScripts();
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

    /**
     * Ends the instance at once, unless something is under way in it or somebody uses it.
     *
     * @param stillIdle asked when nothing can be committed any more
     * @return whether it has ended
     */
    boolean evictNow(BooleanSupplier stillIdle) {
        return mailbox.runIfIdle(() -> {
                    if (stillIdle.getAsBoolean()) {
                        end(gone());
                    }
                })
                && ended.isDone();
    }

    /** True where {@link #evictNow} may succeed. */
    boolean isQuiet() {
        return mailbox.isIdle();
    }

    /** True where nobody has ever done more than look at it: whatever it holds, it can make again. */
    boolean isOnlyLookedAt() {
        return !used;
    }

    /** True where nothing would be lost with it: it never changed, and nobody may come back to names of his own. */
    boolean isPristine() {
        Publication present = publication;
        return present != null && present.version() == 0 && !present.behavior().hasScripts() && !awaitsSomebody;
    }

    /** Forgets clients whose resume window is over. */
    void purge() {
        if (!awaitsSomebody) {
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
                publishIfMuch();
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

    Application application() {
        return application;
    }

    /** False where nobody's code but the handlers' has a part in turns. */
    boolean hasContributors() {
        return !scripts().all().isEmpty() || application.extension() != null;
    }

    private void make(Function<ScriptState, CompletionStage<Void>> work, CompletableFuture<Long> done) {
        if (turns == null) {
            done.completeExceptionally(new RejectedException(gone()));
            return;
        }
        used = true;
        ApplicationChanges.Asked asked = changes.begin(done);
        turns.script(
                application,
                work,
                failure -> changes.failed(asked, failure),
                () -> changes.done(asked, ledger().version()));
        publishIfMuch();
    }

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

    Scripts scripts() {
        return live(scripts);
    }

    /** The key as clients write it, without the user or session that it may end with. */
    String shownKey() {
        return key.key().split("/", 2)[0];
    }

    /** What logs call this instance: without the user or session that its key may end with. */
    String label() {
        String shown = shownKey();
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
        // An empty command is enough: behind every drain, those are told who may be
        Pace pace = new Pace(
                environment.ticker(),
                environment.settings().conflation().of(key.component()),
                () -> mailbox.post(() -> {}));
        members = new Members(ledger, environment, pace);
        turns = new Turns(this, environment.ids().next());
        performer = new Performer(this, turns);
        ledger.setState(recomputed(ledger));
        Scripts fresh = new Scripts(this, behavior);
        scripts = fresh;
        // Nobody sees the instance before Java, its scripts and the application have had their first turns
        startInJava(() -> fresh.update(() -> beginApplication(() -> live = true)));
    }

    private void startInJava(Runnable then) {
        JavaHandlers java = environment.java();
        if (!java.starts(key.component())) {
            then.run();
            return;
        }
        Turn turn = turns().turn(
                        turns().transaction(),
                        failure -> {
                            LOG.log(Level.ERROR, label() + ": the instance could not start: " + failure.getMessage());
                            end(Rejection.of(ErrorCode.UNAVAILABLE, "the instance could not start"));
                        },
                        then);
        turn.then("", state -> java.start(key.component(), shownKey(), state));
        turn.run(open -> {});
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
            behavior.recompute(null, transaction, environment.budget());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(Level.WARNING, "{0}: a computed name failed: {1}", label(), e.getMessage());
        }
    }

    /**
     * Commits what the new behavior makes of the state, always as a version of its own: clients that still show the old
     * layout act with an older version, by which {@link Performer} knows them.
     */
    private void replace(Ledger of, Members among, Behavior next) {
        Behavior previous = of.behavior();
        stopScripts();
        Scripts fresh = new Scripts(this, next);
        scripts = fresh;
        Map<String, Value> values = Ledger.inherited(of.state(), next.initialShared(), previous, next);
        of.setBehavior(next);
        Turn turn = turns().turn(turns().transaction(), turns()::logFault, () -> {
            among.inherit(previous, next);
            fresh.update(() -> beginApplication(() -> {}));
        });
        turn.run(open -> {
            open.insist();
            of.state().values().keySet().forEach(name -> open.setShared(name, Undefined.UNDEFINED));
            values.forEach(open::setShared);
            open.settleShared();
            recomputeAll(next, open);
        });
    }

    /** What the application computes is there from the beginning on. */
    private void beginApplication(Runnable then) {
        Companion companion = application.companion();
        if (companion == null || companion.computedNames().isEmpty()) {
            then.run();
            return;
        }
        Consumer<Throwable> failed = failure -> {
            turns().logFault(failure);
            then.run();
        };
        turns().script(application, companion::init, failed, then);
    }

    private void stopScripts() {
        Scripts running = scripts;
        if (running != null) {
            running.stop();
        }
    }

    /** Ends the instance, whatever the reason; harmless when it has ended. */
    void end(Rejection reason) {
        if (ended.isDone()) {
            return;
        }
        // First of all: whoever comes from now on gets a fresh one
        onEnd.accept(this);
        stopScripts();
        List<Membership> left = members == null ? List.of() : new ArrayList<>(members.seats());
        publish();
        if (members != null) {
            members.close();
        }
        members = null;
        ledger = null;
        turns = null;
        performer = null;
        left.forEach(member -> member.subscriber().ended(reason));
        changes.end(new RejectedException(reason));
        firstPublication.completeExceptionally(new RejectedException(reason));
        ended.complete(null);
    }

    private void publishIfMuch() {
        if (ledger != null && ledger.shouldPublish()) {
            publish();
        }
    }

    private void idle() {
        publish();
        changes.tell();
    }

    private void publish() {
        if (members == null || !live) {
            return;
        }
        Publication latest = members.publish();
        awaitsSomebody = members.anyGone();
        if (latest != publication) {
            publication = latest;
            firstPublication.complete(latest);
            Companion companion = application.companion();
            if (companion != null) {
                companion.published(latest);
            }
        }
    }
}
