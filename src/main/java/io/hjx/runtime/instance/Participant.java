package io.hjx.runtime.instance;

import java.util.ArrayList;
import java.util.List;

/**
 * A client's part in an instance: its own names, shared by all its subscriptions to it. When the last of them has gone,
 * {@link Departed} has what is kept. Confined to the mailbox.
 */
final class Participant {

    private Identity identity;
    private StateMap local;
    private final List<Membership> members = new ArrayList<>(1);
    private final ItemEdits edits = new ItemEdits();
    private long computedAt = -1;

    Participant(Identity identity, StateMap local) {
        this.identity = identity;
        this.local = local;
    }

    Identity identity() {
        return identity;
    }

    StateMap local() {
        return local;
    }

    void setLocal(StateMap newLocal) {
        local = newLocal;
    }

    /** Goes on with other names. */
    void restart(StateMap newLocal) {
        local = newLocal;
        computedAt = -1;
    }

    ItemEdits edits() {
        return edits;
    }

    List<Membership> members() {
        return members;
    }

    void join(Membership member) {
        identity = member.identity();
        members.add(member);
        // Another connection may come with other roles
        computedAt = -1;
    }

    void leave(Membership member) {
        members.remove(member);
    }

    /** For how many changes that per-client computed names read these names are up to date; -1 for none. */
    long computedAt() {
        return computedAt;
    }

    void setComputedAt(long count) {
        computedAt = count;
    }
}
