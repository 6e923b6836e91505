package io.hjx.jta;

import io.hjx.handlers.Ports;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** What handlers in Java are told of the server's transactions. Immutable and thread-safe. */
public record JtaRollbacks(TransactionSynchronizationRegistry registry) implements Ports.Transactions {

    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    /** Those of this server; none where it has no JTA. */
    public static Ports.Transactions ofServer() {
        try {
            return new JtaRollbacks((TransactionSynchronizationRegistry) new InitialContext().lookup(NAME));
        } catch (NamingException | ClassCastException | LinkageError none) {
            return Ports.Transactions.NONE;
        }
    }

    @Override
    public @Nullable Object present() {
        return registry.getTransactionKey();
    }

    @Override
    public void onRollback(Runnable task) {
        int status = registry.getTransactionStatus();
        if (status == Status.STATUS_MARKED_ROLLBACK
                || status == Status.STATUS_ROLLING_BACK
                || status == Status.STATUS_ROLLEDBACK) {
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
