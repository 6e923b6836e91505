package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an instance has committed, and the history that leads there. Confined to the mailbox. */
final class Ledger {

    private final String storeEpoch;
    private final History history;
    private long unpublishedSize;
    /** What has changed since the last publication: nobody has seen values in between. */
    private final Set<String> unpublishedKeys = new HashSet<>();

    private Behavior behavior;
    private StateMap initialLocal;
    private String epoch;
    private long version;
    private StateMap state;
    private Recollection recollection;
    private long firstOfRevision;

    Ledger(
            Behavior behavior,
            String storeEpoch,
            long version,
            StateMap state,
            Recollection recollection,
            int maxHistory) {
        this.behavior = behavior;
        this.initialLocal = StateMap.of(behavior.initialLocal());
        this.storeEpoch = storeEpoch;
        this.epoch = epoch(storeEpoch, behavior);
        this.version = version;
        this.state = state;
        this.recollection = recollection;
        this.history = new History(maxHistory);
    }

    Behavior behavior() {
        return behavior;
    }

    /** Goes on with another behavior, from the next version on. */
    void setBehavior(Behavior newBehavior) {
        if (!newBehavior.revision().equals(behavior.revision())) {
            firstOfRevision = version + 1;
        }
        behavior = newBehavior;
        initialLocal = StateMap.of(newBehavior.initialLocal());
        epoch = epoch(storeEpoch, newBehavior);
    }

    /** What a client's own names are at the beginning. */
    StateMap initialLocal() {
        return initialLocal;
    }

    /** The first version that clients of this revision have seen. */
    long firstOfRevision() {
        return firstOfRevision;
    }

    /** Completes the state that the instance starts with. */
    void setState(StateMap newState) {
        state = newState;
    }

    /** The epoch as the store knows it. */
    String storeEpoch() {
        return storeEpoch;
    }

    /**
     * The epoch as clients know it. It changes with the behavior's revision too: what another revision's clients have
     * may lack keys that this one shows, so that they need the whole state, and with it the new module.
     */
    String epoch() {
        return epoch;
    }

    private static String epoch(String storeEpoch, Behavior behavior) {
        String revision = behavior.revision();
        return storeEpoch + '.' + revision.substring(0, Math.min(8, revision.length()));
    }

    long version() {
        return version;
    }

    StateMap state() {
        return state;
    }

    Recollection recollection() {
        return recollection;
    }

    /** Remembers an answer, unless it came with what was committed. */
    void remember(String client, Answer answer) {
        if (!recollection.past(client, answer.id())) {
            recollection = recollection.with(client, answer);
        }
    }

    void forget(String client) {
        recollection = recollection.without(client);
    }

    /** Takes over what has been committed as the next version. */
    void advance(StateMap newState, Recollection newRecollection, Set<String> keys, List<NamedEvent> broadcasts) {
        version++;
        Former former = Former.of(state, newState, keys, unpublishedKeys::add);
        Change change = Change.of(version, keys, former, broadcasts);
        state = newState;
        recollection = newRecollection;
        history.add(change);
        unpublishedSize += change.size();
    }

    /** True where much more would make history forget what nobody could have seen. */
    boolean shouldPublish() {
        return unpublishedSize > History.MAX_SIZE / 2;
    }

    /** The state after these changes. */
    StateMap with(Map<String, Normal> changes) {
        return state.with(changes);
    }

    /** True where {@link #keysSince} knows. */
    boolean reaches(long from) {
        return from <= version && from >= version - history.length();
    }

    /** The keys that have changed since a version, but for what these edits wrote. */
    Set<String> keysSince(long from, ItemEdits apart) {
        Set<String> keys = new HashSet<>();
        History.Stretch all = history.stretch();
        for (int following = 0; following < version - from; following++) {
            Change change = all.fromLast(following);
            Set<String> edited = apart.keys(change.version());
            change.keys().stream().filter(key -> !edited.contains(key)).forEach(keys::add);
        }
        return keys;
    }

    Publication publication() {
        unpublishedSize = 0;
        unpublishedKeys.clear();
        return new Publication(behavior, epoch, version, state, history.stretch(), history.lastForgottenEvent());
    }

    /**
     * The values that another revision of the behavior goes on with: its own names with what they inherit, and the
     * state of children that are still there.
     */
    static Map<String, Value> inherited(StateMap old, Map<String, Value> initial, Behavior previous, Behavior next) {
        Map<String, Value> values = new LinkedHashMap<>(initial);
        old.values().forEach((key, value) -> {
            String heir = next.heir(key, previous);
            if (heir != null) {
                values.put(heir, value);
            }
        });
        return values;
    }
}
