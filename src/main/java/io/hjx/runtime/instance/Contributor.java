package io.hjx.runtime.instance;

import io.hjx.runtime.spi.Extension;
import io.hjx.runtime.spi.ScriptState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody whose code has a part in the turns of an instance. Confined to the mailbox. */
interface Contributor {

    /** Leads to its component in the instance; empty for the root. */
    String path();

    /** What it is called in messages. */
    String noun();

    /** Its code; null where there is none, or no more. */
    @Nullable Extension extension();

    /** The names that {@code compute} keeps for it. */
    Set<String> computedNames();

    /** A transaction as it sees it. */
    ScriptState view(Transaction transaction);

    /** False where the transaction has removed its component. */
    boolean isPresent(Transaction transaction);

    /** Tells it that what it did in a turn is not kept. */
    default void dropped() {
        Extension present = extension();
        if (present != null) {
            present.dropped();
        }
    }
}
