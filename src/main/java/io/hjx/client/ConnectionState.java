package io.hjx.client;

/** How a client stands to its server. */
public enum ConnectionState {
    /** The first attempt is under way. */
    CONNECTING,
    /** The server has greeted: messages go and come. */
    OPEN,
    /** There is no connection, and another attempt is made. */
    RECONNECTING,
    /** It is over: closed, or replaced by another connection of the same source. */
    CLOSED
}
