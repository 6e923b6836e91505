package io.hjx.websocket;

import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.Transport;

/** Where connections begin. Thread-safe. */

public interface Conversations {
    Conversation begin(Handshake handshake, Dialect dialect, Transport transport);
}
