package io.hjx.jta;

import io.hjx.store.Recording;
import io.hjx.store.Transactions;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import org.jspecify.annotations.Nullable;

/** The transactions that Jakarta Transactions knows. Thread-safe. */
public final class JtaTransactions implements Transactions {

    private static final System.Logger LOG = System.getLogger("io.hjx.store");
    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    /** Found by the first thread that belongs to a component of the server, and the same for all. */
    private volatile @Nullable TransactionSynchronizationRegistry found;

    /** Set where there is no naming at all, as outside a server. */
    private volatile boolean absent;

    private JtaTransactions() {}

    /** Those of the server; none where it has no Jakarta Transactions. */
    public static Transactions ofServer() {
        try {
            LOG.log(System.Logger.Level.DEBUG, "Stores follow {0}", TransactionSynchronizationRegistry.class.getName());
            return new JtaTransactions();
        } catch (LinkageError none) {
            return NONE;
        }
    }

    @Override
    public @Nullable Recording present() {
        TransactionSynchronizationRegistry registry = registry();
        int status = registry == null ? Status.STATUS_NO_TRANSACTION : registry.getTransactionStatus();
        if (status == Status.STATUS_ROLLING_BACK || status == Status.STATUS_ROLLEDBACK) {
            // As after a time-out, which the thread that is in the transaction has not noticed yet
            throw new IllegalStateException("the transaction has been rolled back");
        }
        if (registry == null || !records(status)) {
            return null;
        }
        if (registry.getResource(this) instanceof Recording known) {
            return known;
        }
        Recording recording = new Recording();
        registry.registerInterposedSynchronization(new End(recording));
        registry.putResource(this, recording);
        return recording;
    }

    /** What is asked for while a transaction ends is not part of it. */
    private static boolean records(int status) {
        return status == Status.STATUS_ACTIVE
                || status == Status.STATUS_MARKED_ROLLBACK
                || status == Status.STATUS_PREPARING;
    }

    private @Nullable TransactionSynchronizationRegistry registry() {
        TransactionSynchronizationRegistry known = found;
        if (known != null || absent) {
            return known;
        }
        try {
            known = (TransactionSynchronizationRegistry) new InitialContext().lookup(NAME);
            found = known;
        } catch (NoInitialContextException noServer) {
            absent = true;
        } catch (NamingException notHere) {
            // A thread that belongs to no component has no transaction either
            return null;
        }
        return known;
    }

    private record End(Recording recording) implements Synchronization {

        @Override
        public void beforeCompletion() {
            // Nothing is known yet
        }

        @Override
        public void afterCompletion(int status) {
            recording.end(status == Status.STATUS_COMMITTED);
        }
    }
}
