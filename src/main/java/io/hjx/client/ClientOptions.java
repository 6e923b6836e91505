package io.hjx.client;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a client may be told. Immutable.
 *
 * @param connectTimeout how long a connection may take until the server has greeted
 * @param maxDelay the longest wait between two attempts
 * @param maxQueue the most messages without an answer
 * @param maxFrame the longest message, in bytes of UTF-8; the server takes 65,536 unless it is told otherwise
 * @param expiry how long a message may wait for its answer; the server remembers for ten minutes
 * @param silence after which quiet time the server is asked whether it is there
 * @param codec what makes JSON of payloads
 * @param http makes the connections, with its proxies and certificates; null for one that all clients share
 * @param callbacks runs handlers, listeners and what follows from answers, which may wait; null for daemon threads that
 *     all clients share and that end when they are idle
 */
public record ClientOptions(
        Duration connectTimeout,
        Duration maxDelay,
        int maxQueue,
        int maxFrame,
        Duration expiry,
        Duration silence,
        PayloadCodec codec,
        @Nullable HttpClient http,
        @Nullable Executor callbacks) {

    private static final ClientOptions STANDARD = new ClientOptions(
            Duration.ofSeconds(10),
            Duration.ofSeconds(4),
            256,
            65_536,
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            PayloadCodec.plain(),
            null,
            null);

    /** What most clients want. */
    public static ClientOptions standard() {
        return STANDARD;
    }

    /** With another time for a connection. */
    public ClientOptions connectTimeout(Duration time) {
        return new ClientOptions(time, maxDelay, maxQueue, maxFrame, expiry, silence, codec, http, callbacks);
    }

    /** With another longest wait between two attempts. */
    public ClientOptions maxDelay(Duration delay) {
        return new ClientOptions(connectTimeout, delay, maxQueue, maxFrame, expiry, silence, codec, http, callbacks);
    }

    /** With another bound for the messages without an answer. */
    public ClientOptions maxQueue(int messages) {
        return new ClientOptions(connectTimeout, maxDelay, messages, maxFrame, expiry, silence, codec, http, callbacks);
    }

    /** With another bound for the bytes of a message. */
    public ClientOptions maxFrame(int bytes) {
        return new ClientOptions(connectTimeout, maxDelay, maxQueue, bytes, expiry, silence, codec, http, callbacks);
    }

    /** With another time that a message may wait. */
    public ClientOptions expiry(Duration time) {
        return new ClientOptions(connectTimeout, maxDelay, maxQueue, maxFrame, time, silence, codec, http, callbacks);
    }

    /** With another quiet time. */
    public ClientOptions silence(Duration time) {
        return new ClientOptions(connectTimeout, maxDelay, maxQueue, maxFrame, expiry, time, codec, http, callbacks);
    }

    /** With another codec. */
    public ClientOptions codec(PayloadCodec other) {
        return new ClientOptions(connectTimeout, maxDelay, maxQueue, maxFrame, expiry, silence, other, http, callbacks);
    }

    /** With an HTTP client of one's own, which is not closed. */
    public ClientOptions http(HttpClient client) {
        return new ClientOptions(
                connectTimeout, maxDelay, maxQueue, maxFrame, expiry, silence, codec, client, callbacks);
    }

    /** With an executor of one's own, which is not closed. */
    public ClientOptions callbacks(Executor executor) {
        return new ClientOptions(connectTimeout, maxDelay, maxQueue, maxFrame, expiry, silence, codec, http, executor);
    }
}
