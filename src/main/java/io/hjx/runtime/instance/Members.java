package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who takes part in an instance, and what waits for whom until the next publication. Confined to the mailbox. */
final class Members {

    private static final Logger LOG = System.getLogger(Members.class.getName());

    private final Ledger ledger;
    private final Environment environment;
    private final Pace pace;
    private final Set<Membership> seats = new LinkedHashSet<>();
    private final Set<Membership> touched = new LinkedHashSet<>();

    /** By client id. */
    private final Map<String, Participant> present = new LinkedHashMap<>();

    private final Departed gone;
    private final Round deliveries = new Round("a publication to subscribers");
    private final Spread wakes;
    private long localRevision;
    private @Nullable Publication published;

    /** Whether somebody has not been told of what is published. */
    private boolean behind;

    Members(Ledger ledger, Environment environment, Pace pace) {
        this.ledger = ledger;
        this.environment = environment;
        this.pace = pace;
        this.gone = new Departed(ledger);
        this.wakes = new Spread(
                "the waking of subscribers",
                environment.executor(),
                Runtime.getRuntime().availableProcessors() - 1);
        long now = environment.ticker().nanos();
        ledger.recollection().forEach((client, answers) -> gone.add(client, ledger.initialLocal(), now));
    }

    Set<Membership> seats() {
        return seats;
    }

    void join(Membership member) {
        String client = member.identity().client();
        StateMap back = gone.take(client);
        Participant participant = present.computeIfAbsent(
                client, id -> new Participant(member.identity(), back != null ? back : ledger.initialLocal()));
        participant.join(member);
        member.setParticipant(participant);
        seats.add(member);
        restart(member, participant);
    }

    private void restart(Membership member, Participant participant) {
        refresh(participant);
        Personal personal = touch(member);
        personal.start();
        personal.builtIns().putAll(member.identity().builtIns(ledger.behavior().builtIns()));
        personal.local().putAll(participant.local().values());
    }

    void leave(Membership member) {
        Participant participant = member.participant();
        if (participant == null) {
            return;
        }
        member.setParticipant(null);
        seats.remove(member);
        touched.remove(member);
        participant.leave(member);
        if (participant.members().isEmpty()) {
            dismiss(participant);
        }
    }

    /**
     * Lets a client go. Who has done nothing here leaves nothing to come back to: its own names change only by what it
     * does, and that is answered.
     */
    private void dismiss(Participant participant) {
        String client = participant.identity().client();
        present.remove(client);
        if (!participant.identity().resumable()) {
            ledger.forget(client);
        } else if (ledger.recollection().knows(client)) {
            gone.add(client, participant.local(), environment.ticker().nanos());
        }
    }

    /** True where somebody has gone who may come back to something. */
    boolean anyGone() {
        return !gone.isEmpty();
    }

    /** Forgets who has been gone for longer than the resume window. */
    void purge() {
        gone.purge(
                environment.ticker().nanos(),
                environment.settings().traffic().resumeWindow().toNanos());
    }

    /** What waits for this member; it will be delivered. */
    Personal touch(Membership member) {
        touched.add(member);
        return member.personal();
    }

    /** Tells every subscription of a client its changed names; where some are gone, all that are left. */
    void tell(Participant participant, Transaction transaction) {
        Map<String, Value> changed = new LinkedHashMap<>();
        boolean removes = false;
        for (Map.Entry<String, Normal> change : transaction.localChanges().entrySet()) {
            Value value = change.getValue().value();
            removes |= value == null;
            if (value != null) {
                changed.put(change.getKey(), value);
            }
        }
        if (removes) {
            participant.members().forEach(member -> restart(member, participant));
        } else if (!changed.isEmpty()) {
            participant.members().forEach(member -> touch(member).local().putAll(changed));
        }
    }

    /** Notes a change of shared keys for the names that are computed per client. */
    void sharedChanged(Set<String> keys) {
        if (!keys.isEmpty() && ledger.behavior().hasLocal() && ledger.behavior().localDependsOn(keys)) {
            localRevision++;
        }
    }

    /** Notes that a client's own names were computed from the present shared state. */
    void computed(Participant participant) {
        participant.setComputedAt(localRevision);
    }

    /**
     * Brings a client's computed names up to date where shared names that they read have changed since. What fails
     * keeps its last value: the change that made it fail is somebody else's and already committed.
     */
    void refresh(Participant participant) {
        if (participant.computedAt() == localRevision || !ledger.behavior().hasLocal()) {
            return;
        }
        participant.setComputedAt(localRevision);
        Transaction transaction = new Transaction(
                ledger.state(),
                participant.local(),
                participant.identity(),
                0,
                environment.surroundings(),
                (handler, text) -> {});
        try {
            ledger.behavior().recomputeLocal(null, transaction, environment.budget());
            transaction.settleLocal();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.log(
                    Level.WARNING,
                    "{0}: a name computed per client failed: {1}",
                    ledger.behavior().name(),
                    e.getMessage());
            return;
        }
        participant.setLocal(participant.local().with(transaction.localChanges()));
        tell(participant, transaction);
    }

    /** Gives every client the local names of a new revision, with what they inherit. */
    void inherit(Behavior previous, Behavior next) {
        gone.replaceAll(local -> inherited(local, previous, next));
        present.values().forEach(participant -> {
            StateMap before = participant.local();
            participant.restart(inherited(before, previous, next));
            refresh(participant);
            boolean same = participant.local().values().equals(before.values());
            if (!same || !previous.revision().equals(next.revision())) {
                participant.members().forEach(member -> restart(member, participant));
            }
        });
    }

    private static StateMap inherited(StateMap local, Behavior previous, Behavior next) {
        return StateMap.of(Ledger.inherited(local, next.initialLocal(), previous, next));
    }

    /**
     * Ends a drain: whoever acted hears first, then everybody else, unless they have heard of something a moment ago.
     *
     * @return the publication that is in force now
     */
    Publication publish() {
        Publication present = published;
        boolean news =
                present == null || present.version() != ledger.version() || present.behavior() != ledger.behavior();
        if (news || present == null) {
            present = ledger.publication();
            published = present;
            if (ledger.behavior().hasLocal()) {
                this.present.values().forEach(this::refresh);
            }
        }
        Publication latest = present;
        deliver(latest, touched);
        touched.clear();
        behind |= news;
        if (behind && pace.isDue()) {
            behind = false;
            pace.told();
            deliver(latest, seats);
        } else if (behind) {
            pace.remind();
        }
        return latest;
    }

    /** Leaves the news with each before anybody is woken: who is woken late finds the latest, whatever that is then. */
    private void deliver(Publication latest, Set<Membership> members) {
        List<Subscriber> sleeping = new ArrayList<>(members.size());
        deliveries.each(members, member -> {
            if (member.deliver(latest)) {
                sleeping.add(member.subscriber());
            }
        });
        wakes.each(sleeping, Subscriber::wake);
    }

    /** Ends what it has begun. */
    void close() {
        pace.stop();
    }
}
