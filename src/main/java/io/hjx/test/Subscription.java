package io.hjx.test;

import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a page shows of its instance, and how far it has come, as {@code subscription.js} keeps it. */
final class Subscription {

    /** What it asks of the connection. */
    interface Connection {

        /** Sends again what was not answered. */
        void resend();

        /** The server no longer knows what was not answered. */
        void expire();

        /** Gives up what waits and is not carried over. */
        void renew(Predicate<Outgoing.Entry> carriedOver);

        /** Sends values before all that waits. */
        void sendFirst(List<Action.Bind> values);

        /** Another module is to show the state. */
        void load(String module);
    }

    private final Connection connection;
    private String epoch;
    private long version;
    private String module;
    private ObjectValue state;
    private ObjectValue local;

    /** Counts the changes of what is shown. */
    private int changes;

    /** Whether the server has not said yet how it goes on: until then nothing is sent. */
    private boolean resuming;

    /** Whether the server has forgotten the client meanwhile. */
    private boolean forgotten;

    /** The client's own names, as paths, whose values are to be sent again. */
    private final Set<String> owed = new HashSet<>();

    /** The last value of each input that is bound to a name of the client's own. */
    private final Map<SiteRef, Action.Bind> bound = new LinkedHashMap<>();

    /** @param snapshot what the page begins with */
    Subscription(ObjectValue snapshot, Connection connection) {
        this.connection = connection;
        this.epoch = text(snapshot, "epoch");
        this.version = number(snapshot, "version");
        this.module = text(snapshot, "module");
        this.state = object(snapshot, "state");
        this.local = object(snapshot, "local");
    }

    ObjectValue state() {
        return state;
    }

    ObjectValue local() {
        return local;
    }

    /** Rises with each change of what is shown. */
    int changes() {
        return changes;
    }

    String epoch() {
        return epoch;
    }

    long version() {
        return version;
    }

    String module() {
        return module;
    }

    boolean ready() {
        return !resuming;
    }

    /** Notes what an input holds, so that it is not lost with the server's memory of it. */
    void note(Action.Bind bind) {
        if (bind.own() != null) {
            bound.put(bind.site(), bind);
        }
    }

    /** Begins or goes on; the result is what the server is told of what is known here. */
    ObjectValue since(boolean clientForgotten) {
        resuming = true;
        forgotten |= clientForgotten;
        return new ObjectValue.Builder(2)
                .put("epoch", new StringValue(epoch))
                .put("version", new NumberValue((double) version))
                .build();
    }

    /** The server has ended it, and is going to be asked again. */
    void interrupt() {
        resuming = true;
    }

    /** The server has refused it: so it will what waits. */
    void refused() {
        resume(null, 0, null);
    }

    void snapshot(ObjectValue message) {
        String newModule = text(message, "module");
        resume(text(message, "epoch"), number(message, "version"), newModule);
        epoch = text(message, "epoch");
        version = number(message, "version");
        state = object(message, "state");
        local = object(message, "local");
        changes++;
        if (!newModule.equals(module)) {
            module = newModule;
            connection.load(newModule);
        }
    }

    void update(ObjectValue message) {
        boolean versioned = message.has("version");
        // The answer to a resumption has all own names: what it does not have went meanwhile
        ObjectValue before = resuming ? ObjectValue.EMPTY : local;
        if (versioned) {
            resume(text(message, "epoch"), 0, null);
        } else {
            resume(null, 0, null);
        }
        if (versioned && (!epoch.equals(text(message, "epoch")) || number(message, "version") > version)) {
            epoch = text(message, "epoch");
            version = number(message, "version");
            state = changed(state, message);
        }
        local = merged(before, object(message, "local"));
        changes++;
    }

    private static ObjectValue changed(ObjectValue before, ObjectValue message) {
        return message.get("patch") instanceof ListValue patch
                ? (ObjectValue) JsonPatch.apply(before, patch)
                : merged(before, object(message, "state"));
    }

    private static ObjectValue merged(ObjectValue before, ObjectValue changes) {
        return changes.size() == 0
                ? before
                : new ObjectValue.Builder(before.size() + changes.size())
                        .putAll(before)
                        .putAll(changes)
                        .build();
    }

    /** Goes on after a break; what the server has forgotten with the client or the history is sent anew. */
    private void resume(@Nullable String newEpoch, long newVersion, @Nullable String newModule) {
        if (!resuming) {
            return;
        }
        boolean renewed = newEpoch != null && !newEpoch.equals(epoch);
        boolean changed = newModule != null && !newModule.equals(module);
        boolean lost = renewed || forgotten;
        resuming = false;
        forgotten = false;
        if (!lost) {
            connection.resend();
            return;
        }
        connection.expire();
        owe();
        if (renewed) {
            connection.renew(entry -> carriesOver(entry, newVersion, changed));
            epoch = Objects.requireNonNull(newEpoch);
            version = newVersion;
        }
        if (!changed) {
            sendOwed();
        }
    }

    /** What the server had itself changed since is not to be restored. */
    private void owe() {
        for (Action.Bind bind : bound.values()) {
            if (bind.own() != null && valueAt(local, bind.own()).equals(bind.value())) {
                owed.add(bind.own());
            }
        }
    }

    private void sendOwed() {
        List<Action.Bind> values = new ArrayList<>();
        for (Action.Bind bind : bound.values()) {
            if (bind.own() != null && owed.contains(bind.own())) {
                values.add(bind);
            }
        }
        owed.clear();
        connection.sendFirst(values);
    }

    private boolean carriesOver(Outgoing.Entry entry, long newVersion, boolean otherLayout) {
        if (!otherLayout && !entry.action().site().mayHoldPosition()) {
            entry.carryOver(newVersion);
            return true;
        }
        if (entry.action() instanceof Action.Bind bind && bind.own() != null) {
            owed.add(bind.own());
        }
        return false;
    }

    /**
     * Another layout is shown now.
     *
     * @param sites where it binds the client's own names, by path; null for one that it does not bind
     */
    void relocate(Function<String, @Nullable SiteRef> sites) {
        List<Action.Bind> before = List.copyOf(bound.values());
        bound.clear();
        for (Action.Bind bind : before) {
            SiteRef site = bind.own() == null ? null : sites.apply(bind.own());
            if (site != null) {
                bound.put(site, new Action.Bind(site, bind.value(), bind.own()));
            }
        }
        sendOwed();
    }

    private static Value valueAt(ObjectValue names, String path) {
        Value found = names;
        for (String step : path.split("\\.", -1)) {
            found = found instanceof ObjectValue object ? object.get(step) : Undefined.UNDEFINED;
        }
        return found;
    }

    static String text(ObjectValue message, String name) {
        return message.get(name) instanceof StringValue text ? text.value() : "";
    }

    static long number(ObjectValue message, String name) {
        return message.get(name) instanceof NumberValue number ? (long) number.value() : 0;
    }

    static ObjectValue object(ObjectValue message, String name) {
        return message.get(name) instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    }
}
