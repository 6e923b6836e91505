package io.hjx.test;

/** The browser's end of one WebSocket. Confined to the test's thread. */
interface Socket {

    /** What a browser says of a connection that broke. */
    int ABNORMAL = 1006;

    /** Who has opened it. Nothing is heard of it behind its end, whoever has ended it. */
    interface Listener {

        void opened();

        void received(String frame);

        /** The connection is gone, or never came to be. */
        void closed(int code);
    }

    void send(String frame);

    /** Sends what a network may also deliver twice. */
    void sendAction(String frame);

    /** Closes it, and listens no more. */
    void close();
}
