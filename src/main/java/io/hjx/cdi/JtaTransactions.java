package io.hjx.cdi;

import io.hjx.handlers.Ports;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The transactions of a server with JTA. Immutable and thread-safe. */
record JtaTransactions(TransactionSynchronizationRegistry registry) implements Ports.Transactions {

    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    /** Those of this server; none where it has no JTA. */
    static Ports.Transactions present(System.Logger log) {
        try {
            return new JtaTransactions((TransactionSynchronizationRegistry) new InitialContext().lookup(NAME));
        } catch (NamingException | ClassCastException none) {
            log.log(System.Logger.Level.INFO, "The server has no transactions of JTA");
            return Ports.Transactions.NONE;
        }
    }

    @Override
    public @Nullable Object present() {
        return registry.getTransactionKey();
    }

    @Override
    public void onRollback(Runnable task) {
        if (registry.getTransactionStatus() == Status.STATUS_MARKED_ROLLBACK) {
            task.run();
            return;
        }
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is known yet
            }

            @Override
            public void afterCompletion(int status) {
                if (status != Status.STATUS_COMMITTED) {
                    task.run();
                }
            }
        });
    }
}
