package io.hjx.websocket;

import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.Transport;

interface Conversations {
    Conversation begin(Handshake handshake, Dialect dialect, Transport transport);
}
