package io.hjx.runtime.fanout;

import io.hjx.runtime.instance.Action;
import io.hjx.runtime.instance.Identity;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.instance.Membership;
import io.hjx.runtime.instance.Personal;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.instance.Subscriber;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.Frame;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One client's interest in one instance: where the instance's mailbox leaves the latest, and the client's outbox picks
 * it up. Thread-safe.
 *
 * <p>The mailbox writes one pointer and, where there is something for this client alone, adds to it; it neither encodes
 * nor waits. How much may wait for this client alone is bounded: past it the connection is closed.
 */
final class Subscription implements Subscriber, Outbox.Source {

    /** The most that events for one client hold while they wait, in about characters of JSON text. */
    private static final int MAX_EVENTS_SIZE = 1 << 20;

    private final Client client;
    private final Target target;
    private final Renderer renderer;
    private final Instances.Lease lease;
    private final Membership membership;

    /** Guarded by this; null when the outbox has picked it up. */
    private @Nullable Publication latest;

    /** Guarded by this. */
    private @Nullable Personal personal;

    /** Guarded by this. */
    private boolean left;

    /** The ids of actions whose answers have not gone out; as many as may be unanswered. */
    private final Set<Long> unanswered = ConcurrentHashMap.newKeySet();

    /** Joins; news may come before the constructor has returned, which touches only what stands before the join. */
    Subscription(Client client, Identity identity, Target target, Renderer renderer, Instances.Lease lease) {
        this.client = client;
        this.target = target;
        this.renderer = renderer;
        this.lease = lease;
        this.membership = lease.instance().join(identity, this);
    }

    Target target() {
        return target;
    }

    /** Asks for an action that the client does not number; false where the instance has too much to do. */
    boolean act(Action action) {
        return membership.act(Membership.UNNUMBERED, action);
    }

    /** Whether this action was asked for and its answer has not gone out. */
    boolean awaits(long id) {
        return unanswered.contains(id);
    }

    /** Asks for a numbered action, which counts as unanswered until its answer goes out. */
    boolean act(long id, Action action) {
        unanswered.add(id);
        boolean taken = membership.act(id, action);
        if (!taken) {
            answered(id);
        }
        return taken;
    }

    /** Guards against answers that come late: what has been written off by leaving is not counted again. */
    private void answered(long id) {
        if (unanswered.remove(id)) {
            client.answered();
        }
    }

    /** Writes off what has no answer, which will not come. */
    void abandon() {
        unanswered.forEach(this::answered);
    }

    /** Ends the subscription: nothing more is sent for it but what is on its way. */
    void leave() {
        synchronized (this) {
            left = true;
            latest = null;
            personal = null;
        }
        membership.leave();
        lease.close();
        abandon();
    }

    @Override
    public boolean publish(Publication publication, @Nullable Personal own) {
        boolean wake;
        boolean full = false;
        synchronized (this) {
            if (left) {
                return false;
            }
            wake = latest == null;
            latest = publication;
            if (own != null) {
                if (personal == null) {
                    personal = own;
                } else {
                    personal.add(own);
                }
                full = personal.weight() > client.bounds().queued() || personal.size() > MAX_EVENTS_SIZE;
            }
        }
        if (full) {
            client.tooSlow();
        }
        return wake && !full;
    }

    @Override
    public void wake() {
        client.outbox().ready(this);
    }

    @Override
    public void prepare(Deque<Frame> frames) {
        Publication publication;
        Personal own;
        synchronized (this) {
            publication = latest;
            own = personal;
            latest = null;
            personal = null;
        }
        if (publication == null) {
            return;
        }
        if (own != null) {
            own.answers().forEach(answer -> answered(answer.id()));
        }
        if (!renderer.render(publication, own, frames)) {
            client.tooSlow();
        }
    }

    @Override
    public void ended(Rejection reason) {
        lease.close();
        abandon();
        client.ended(this, reason);
    }
}
