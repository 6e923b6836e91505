package io.hjx.websocket;

import io.hjx.json.ClientFrame;
import jakarta.websocket.PongMessage;
import java.io.IOException;

/** What comes over an open connection, as every endpoint hands it on. Thread-safe; nothing is thrown. */
interface Incoming {

    void received(ClientFrame frame);

    /** A binary frame. */
    void received(byte[] frame);

    /** The client has answered a ping. */
    void answered(PongMessage pong);

    /** The connection has a fault. It is logged without what was sent, and the server closes it where it has to. */
    default void failed(Throwable failure) {
        System.Logger log = System.getLogger(Incoming.class.getName());
        if (failure instanceof IOException) {
            log.log(System.Logger.Level.DEBUG, "A connection broke", failure);
        } else {
            log.log(System.Logger.Level.WARNING, "A connection failed", failure);
        }
    }

    /** The connection is gone. */
    void closed();
}
