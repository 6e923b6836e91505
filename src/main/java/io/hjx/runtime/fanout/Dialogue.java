package io.hjx.runtime.fanout;

import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ClientMessage;

/** What the messages of a dialect mean. Guarded by the lock of its client. */
sealed interface Dialogue permits V1Dialogue, PlainDialogue {

    /** The connection is open. */
    void open();

    void receive(ClientMessage message);

    /** An instance has ended by itself. */
    void ended(Subscription subscription, Rejection reason);

    /** A component's file has other faults now. */
    void faultsChanged(String component);

    /** The connection is gone; every subscription is left. */
    void closed();
}
