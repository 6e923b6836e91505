package io.hjx.runtime.instance;

import org.jspecify.annotations.Nullable;

/**
 * The final answer to one action. Immutable.
 *
 * @param id the client's number for it, or {@link Membership#UNNUMBERED}
 * @param version the instance's version when it was done; behind it the action's changes are visible
 * @param rejection why nothing was done; null where it was done
 */
public record Answer(long id, long version, @Nullable Rejection rejection) {}
