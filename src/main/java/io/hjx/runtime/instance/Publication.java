package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An instance as its subscribers see it at one version: the state, and what happened lately. Immutable but for a
 * bounded memory of what was derived from it; thread-safe.
 *
 * <p>A publication is a pointer for whoever is slow: a subscriber that skips some of them asks the last one for the
 * {@link Delta} from its own version. A delta is made once for all subscribers that lag equally.
 */
public final class Publication {

    /** The most deltas kept; who needs another one makes it for itself. */
    private static final int MAX_DELTAS = 64;

    private static final long NOTHING = -1;

    private final Behavior behavior;
    private final String epoch;
    private final long version;
    private final StateMap state;
    private final History.Stretch history;
    private final long lastForgottenEvent;
    /** The others. */
    private final Map<DeltaKey, Delta> deltas = new ConcurrentHashMap<>(4);

    /** What was asked for first, which almost everybody asks for. */
    private volatile @Nullable First first;

    private record DeltaKey(Audience audience, long from) {}

    private record First(DeltaKey key, Delta delta) {}

    /**
     * @param history the last changes, without a gap, up to {@code version}
     * @param lastForgottenEvent the version of the last change with a broadcast that history does not have any more, or
     *     -1
     */
    Publication(
            Behavior behavior,
            String epoch,
            long version,
            StateMap state,
            History.Stretch history,
            long lastForgottenEvent) {
        this.behavior = behavior;
        this.epoch = epoch;
        this.version = version;
        this.state = state;
        this.history = history;
        this.lastForgottenEvent = lastForgottenEvent;
    }

    public Behavior behavior() {
        return behavior;
    }

    /** What clients know as the epoch: another one where they must take the whole state. */
    public String epoch() {
        return epoch;
    }

    public long version() {
        return version;
    }

    /** Every shared key, secret ones too. */
    StateMap stateMap() {
        return state;
    }

    /** The component's own shared names with their values, secret ones too: for the application, not for clients. */
    public Map<String, Value> names() {
        Map<String, Value> names = new LinkedHashMap<>(state.values());
        names.keySet().removeIf(key -> key.indexOf('/') >= 0);
        return names;
    }

    /** True where history leads from that version of this epoch to here. */
    public boolean reaches(long from) {
        return from <= version && from >= version - history.length();
    }

    /** True where somebody at that version of this epoch can never get all broadcasts. */
    public boolean forgotEventsSince(long from) {
        return from < lastForgottenEvent;
    }

    /** The broadcasts behind that version, as far as history has them. */
    public List<Emission> broadcastsSince(long from) {
        List<Emission> events = new ArrayList<>();
        for (int following = missed(from) - 1; following >= 0; following--) {
            Change change = history.fromLast(following);
            change.broadcasts().forEach(event -> events.add(new Emission(change.version(), event)));
        }
        return events;
    }

    /** How many of the changes behind that version history has. */
    private int missed(long from) {
        return (int) Math.min(version - from, history.length());
    }

    /** Everything that this audience may see. */
    public Delta whole(Audience audience) {
        return delta(new DeltaKey(audience, NOTHING));
    }

    /** What this audience has missed since a version that this publication {@link #reaches}. */
    public Delta since(long from, Audience audience) {
        return delta(new DeltaKey(audience, from));
    }

    private Delta delta(DeltaKey key) {
        First known = first;
        if (known == null) {
            // Who asks at the same moment makes the same
            known = new First(key, make(key));
            first = known;
        }
        return known.key.equals(key) ? known.delta : other(key);
    }

    private Delta other(DeltaKey key) {
        Delta known = deltas.get(key);
        if (known != null) {
            return known;
        }
        if (deltas.size() >= MAX_DELTAS) {
            return make(key);
        }
        return deltas.computeIfAbsent(key, this::make);
    }

    private Delta make(DeltaKey key) {
        return key.from == NOTHING ? makeWhole(key.audience) : makeSince(key.from, key.audience);
    }

    private Delta makeWhole(Audience audience) {
        Map<String, Value> values = new LinkedHashMap<>();
        state.values().forEach((name, value) -> {
            if (audience.sees(behavior, name)) {
                values.put(name, value);
            }
        });
        return new Delta(epoch, version, Map.of(), values, false, List.of());
    }

    private Delta makeSince(long from, Audience audience) {
        Map<String, Value> latest = state.values();
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Value> before = new HashMap<>();
        boolean removes = false;
        for (int following = missed(from) - 1; following >= 0; following--) {
            Change change = history.fromLast(following);
            Map<String, Value> replaced = change.former().values();
            for (String key : change.keys()) {
                if (!audience.sees(behavior, key)) {
                    continue;
                }
                Value value = latest.get(key);
                removes |= value == null;
                if (value != null && values.putIfAbsent(key, value) == null && replaced.containsKey(key)) {
                    before.put(key, replaced.get(key));
                }
            }
        }
        return new Delta(epoch, version, before, values, removes, broadcastsSince(from));
    }
}
