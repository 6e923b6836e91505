package io.hjx.websocket;

import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ServerMessage;

/** One client as its connection sees it. Thread-safe. */
public interface Conversation {

    void receive(ClientMessage message);

    /** Answers a frame that was no message; it counts against the client's rate all the same. */
    void refuse(ServerMessage.Failure failure);

    /** The client answered a ping. */
    void heard();

    void closed();
}
