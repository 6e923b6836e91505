package io.hjx.runtime.instance;

import org.jspecify.annotations.Nullable;

/** Somebody who follows an instance. Called by its mailbox; never blocks, never throws. */
public interface Subscriber {

    /**
     * There is news. A publication replaces all earlier ones that have not been used yet; what is personal adds up.
     *
     * @param personal what concerns this subscriber alone, or null
     */
    void publish(Publication publication, @Nullable Personal personal);

    /** The instance is gone and nothing more comes. */
    void ended(Rejection reason);
}
