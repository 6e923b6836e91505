package io.hjx.runtime.instance;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows an instance; never blocks, never throws. Called by its mailbox, which only leaves the news; to
 * wake those who have to do something with it is work that threads may share.
 */
public interface Subscriber {

    /**
     * There is news. A publication replaces all earlier ones that have not been used yet; what is personal adds up.
     *
     * @param personal what concerns this subscriber alone, or null
     * @return whether it has to be woken
     */
    boolean publish(Publication publication, @Nullable Personal personal);

    /**
     * Looks for what has been published. Called by any thread, once for each time that {@link #publish} asks for it.
     */
    void wake();

    /** The instance is gone and nothing more comes. */
    void ended(Rejection reason);
}
