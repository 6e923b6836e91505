package io.hjx.messages;

import io.hjx.runtime.spi.IdGenerator;
import io.hjx.runtime.spi.Ticker;
import java.util.concurrent.Executor;

/**
 * What the message server is given to work with. Immutable; all parts are thread-safe, and are closed by whoever made
 * them.
 *
 * @param sending goes on with sending; its tasks never wait
 * @param handling runs the application's handlers, which may; a source is in its queue at most once
 * @param immediate runs, on the caller's thread, a handler that never waits
 * @param answering tells the application what clients have answered: no thread of those that run handlers, for these
 *     may wait for it
 */
public record Ports(
        MessageCodec codec,
        Ticker ticker,
        IdGenerator ids,
        Executor sending,
        Executor handling,
        Executor immediate,
        Executor answering) {}
