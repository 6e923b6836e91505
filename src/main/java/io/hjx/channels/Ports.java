package io.hjx.channels;

import io.hjx.runtime.spi.Ticker;
import java.util.concurrent.Executor;

/**
 * What channels are given to work with. Immutable; all parts are thread-safe, and are closed by whoever made them.
 *
 * @param sending goes on with sending; its tasks never wait
 * @param handling runs the application's channels, which may; a connection is in its queue at most once
 */
public record Ports(Ticker ticker, Executor sending, Executor handling) {}
