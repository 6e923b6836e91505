package io.hjx.store;

import org.jspecify.annotations.Nullable;

/** The transactions that application code runs in. Thread-safe. */
@FunctionalInterface
public interface Transactions {

    /** A server without transactions. */
    Transactions NONE = () -> null;

    /**
     * What the transaction of the present thread has recorded so far; {@link Recording#end} is called when it has
     * ended.
     *
     * @return null outside a transaction
     */
    @Nullable Recording present();
}
