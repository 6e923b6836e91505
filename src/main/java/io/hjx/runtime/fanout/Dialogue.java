package io.hjx.runtime.fanout;

import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import org.jspecify.annotations.Nullable;

/** What the messages of a dialect mean. Guarded by the lock of its client. */
sealed interface Dialogue permits V1Dialogue, PlainDialogue {

    /** The connection is open. */
    void open();

    void receive(ClientMessage message);

    /** The instance that is followed, the first where there are several; null where there is none. */
    @Nullable Target target();

    /** An instance has ended by itself. */
    void ended(Subscription subscription, Rejection reason);

    /** A component's file has other faults now. */
    void faultsChanged(String component);

    /** The connection is gone; every subscription is left. */
    void closed();
}
