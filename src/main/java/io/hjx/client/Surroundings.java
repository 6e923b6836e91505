package io.hjx.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** What a client is given to work with: connections, time, chance and threads. Thread-safe. */
interface Surroundings {

    /** Opens a connection, which tells its listener what becomes of it, from any thread but never within this call. */
    Socket open(URI address, List<String> protocols, Socket.Listener listener);

    /** Runs a short task later, once. */
    Timer schedule(Duration delay, Runnable task);

    /** A number from 0 to below 1. */
    double random();

    /** Runs what belongs to the application, which may wait. */
    Executor callbacks();

    /** Nothing will be scheduled any more. */
    void close();

    /** A task that may be given up. */
    interface Timer {
        void cancel();
    }

    /** A connection. */
    interface Socket {

        /** Sends a text behind the others. */
        void send(String text);

        /** Ends it; nothing is told any more. */
        void close();

        /** Hears of a connection. */
        interface Listener {

            void received(String text);

            /** It is over, or there never was one. */
            void closed(int code, String reason);
        }
    }
}
