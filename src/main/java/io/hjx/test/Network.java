package io.hjx.test;

import java.time.Duration;

/**
 * The way between one user's browser and the server, and what goes wrong on it. At first nothing does, and everything
 * arrives at once.
 *
 * <pre>{@code
 * anna.network().drop();
 * anna.click("+");                 // waits in her browser
 * anna.network().reconnect();      // and is done now, once
 * }</pre>
 */
public interface Network {

    /** Breaks the connection: both ends know at once, what was on its way is lost, and no attempt succeeds. */
    void drop();

    /** Ends {@link #drop} and {@link #partition}; the browser hears that it is online and tries at once. */
    void reconnect();

    /** Lets nothing through in either direction, and tells nobody: only heartbeats find out. */
    void partition();

    /** Stops the browser from reading: what the server sends piles up at the server's end. */
    void stall();

    /** Lets the browser read again. */
    void resume();

    /** Makes every message take so long, in either direction. */
    void delay(Duration time);

    /**
     * Makes every message take up to a second more, by chance, so that messages of different users overtake each other.
     * Within a connection they keep their order, as WebSockets do.
     */
    void reorder();

    /** Makes every action of the browser arrive twice, as it does where an answer is lost. */
    void duplicate();

    /** Ends everything that goes wrong. */
    void heal();

    /** What is wrong, for people; empty where nothing is. */
    String trouble();
}
