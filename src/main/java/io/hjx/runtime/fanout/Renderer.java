package io.hjx.runtime.fanout;

import io.hjx.runtime.instance.Personal;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.protocol.Frame;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The dialect's way of telling one subscription what is new. Knows what the client has been sent; confined to its
 * outbox's sender.
 */
sealed interface Renderer permits V1Renderer, PlainRenderer {

    /**
     * Adds the frames that lead from what the client has been sent to this publication.
     *
     * @return false where the client can no longer get everything that was meant for it
     */
    boolean render(Publication publication, @Nullable Personal personal, Deque<Frame> frames);
}
