package io.hjx.runtime.instance;

import org.jspecify.annotations.Nullable;

/**
 * A subscriber's seat in an instance, through which it acts and leaves. The methods that are public are thread-safe;
 * the rest is confined to the mailbox.
 */
public final class Membership {

    /** The id of an action that its client does not number: it is answered only when it fails, and never repeated. */
    public static final long UNNUMBERED = -1;

    private final Instance instance;
    private final Identity identity;
    private final Subscriber subscriber;

    private @Nullable Participant participant;
    private @Nullable Personal personal;
    private @Nullable Publication delivered;

    Membership(Instance instance, Identity identity, Subscriber subscriber) {
        this.instance = instance;
        this.identity = identity;
        this.subscriber = subscriber;
    }

    /**
     * Asks for an action; the answer comes with a publication.
     *
     * @param id the client's number for it, or {@link #UNNUMBERED}
     * @return false where the instance has too much to do and nothing will happen
     */
    public boolean act(long id, Action action) {
        return instance.act(this, id, action);
    }

    /** Ends the membership; nothing more is published to the subscriber. */
    public void leave() {
        instance.leave(this);
    }

    Identity identity() {
        return identity;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    /** The client's part, or null before joining and after leaving. */
    @Nullable Participant participant() {
        return participant;
    }

    void setParticipant(@Nullable Participant newParticipant) {
        participant = newParticipant;
    }

    /** What waits for the next publication. */
    Personal personal() {
        Personal waiting = personal;
        if (waiting == null) {
            waiting = new Personal();
            personal = waiting;
        }
        return waiting;
    }

    /** Leaves what is new; true where the subscriber has to be woken. */
    boolean deliver(Publication publication) {
        if (personal == null && delivered == publication) {
            return false;
        }
        Personal handedOver = personal;
        personal = null;
        delivered = publication;
        return subscriber.publish(publication, handedOver);
    }
}
