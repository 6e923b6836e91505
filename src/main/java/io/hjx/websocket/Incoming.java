package io.hjx.websocket;

import io.hjx.json.ClientFrame;
import jakarta.websocket.PongMessage;

/** What comes over an open connection, as every endpoint hands it on. Thread-safe; nothing is thrown. */
interface Incoming {

    void received(ClientFrame frame);

    /** A binary frame. */
    void received(byte[] frame);

    /** The client has answered a ping. */
    void answered(PongMessage pong);

    /** A frame that is no JSON, or a fault of the connection. */
    void failed(Throwable failure);

    /** The connection is gone. */
    void closed();
}
