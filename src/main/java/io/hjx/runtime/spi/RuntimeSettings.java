package io.hjx.runtime.spi;

import java.time.Duration;

/**
 * The bounds within which the live runtime works. Immutable.
 *
 * @param traffic what one connection may send and be sent
 * @param state what instances may hold
 * @param conflation how often clients are told of changes
 * @param development whether clients are told the place of a failure in the source
 */
public record RuntimeSettings(Traffic traffic, State state, Conflation conflation, boolean development) {

    /**
     * What one connection may send and be sent.
     *
     * @param frameBytes the largest frame; the adapter enforces it, clients are told
     * @param subscriptions the most subscriptions; one more is an error
     * @param unacknowledged the most numbered events without an answer; one more is an error
     * @param eventsPerSecond the refill of the token bucket, zero without a limit; a client past it is closed with 1008
     * @param burst the size of the token bucket
     * @param queued the most events, answers and failures waiting for a slow client; past it is closed with 1013
     * @param sendTimeout how long one frame may take; past it the client is closed with 1013
     * @param heartbeat the time between pings; a client silent for two is closed
     * @param resumeWindow how long a client that is gone may come back as the same client
     */
    public record Traffic(
            int frameBytes,
            int subscriptions,
            int unacknowledged,
            int eventsPerSecond,
            int burst,
            int queued,
            Duration sendTimeout,
            Duration heartbeat,
            Duration resumeWindow) {

        /** These limits with another rate; zero means none. */
        public Traffic withRate(int newEventsPerSecond) {
            return new Traffic(
                    frameBytes,
                    subscriptions,
                    unacknowledged,
                    newEventsPerSecond,
                    burst,
                    queued,
                    sendTimeout,
                    heartbeat,
                    resumeWindow);
        }
    }

    /**
     * What instances may hold.
     *
     * @param instances the most instances; one more is refused
     * @param sharedBytes the size of an instance's state as JSON text; a handler that makes more fails
     * @param localBytes the size of one client's local state in an instance; a handler that makes more fails
     * @param mailbox the most commands of clients and scripts waiting for an instance; one more is refused
     * @param history the most versions that a client may lag behind and still get only what changed
     * @param broadcasts the most broadcasts and emits of one handler; one more fails it
     * @param sharedIdle how long an instance without clients stays
     * @param sessionIdle the same for one of {@code scope session}
     */
    public record State(
            int instances,
            int sharedBytes,
            int localBytes,
            int mailbox,
            int history,
            int broadcasts,
            Duration sharedIdle,
            Duration sessionIdle) {}

    /** The defaults of the protocol document. */
    public static RuntimeSettings standard() {
        return new RuntimeSettings(
                new Traffic(
                        64 * 1024,
                        64,
                        32,
                        200,
                        1_000,
                        256,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(10)),
                new State(10_000, 1 << 20, 1 << 18, 10_000, 256, 64, Duration.ofHours(24), Duration.ofMinutes(30)),
                Conflation.NONE,
                false);
    }

    public RuntimeSettings withTraffic(Traffic newTraffic) {
        return new RuntimeSettings(newTraffic, state, conflation, development);
    }

    public RuntimeSettings withState(State newState) {
        return new RuntimeSettings(traffic, newState, conflation, development);
    }

    public RuntimeSettings withConflation(Conflation newConflation) {
        return new RuntimeSettings(traffic, state, newConflation, development);
    }

    public RuntimeSettings withDevelopment(boolean newDevelopment) {
        return new RuntimeSettings(traffic, state, conflation, newDevelopment);
    }
}
