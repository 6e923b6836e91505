package io.hjx.runtime.spi;

import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;

/**
 * One connection's way out. Called by one outbox, which never sends before the last send has completed. Implementations
 * never block the caller and never throw.
 */
public interface Transport {

    /**
     * Sends a frame.
     *
     * @param done run when the frame has left or never will, on any thread, also before this method returns; once it
     *     has run, running it again does nothing
     */
    void send(Frame frame, Completion done);

    /**
     * Sends a ping, for the heartbeat; what comes back is told to the client's {@code heard()}. It may come while a
     * frame is under way: an implementation whose container cannot send both leaves the ping out.
     */
    void ping();

    /** Closes the connection; later sends complete with a failure. Harmless when already closed. */
    void close(CloseCode code, String reason);

    /** How a send ended. */
    @FunctionalInterface
    interface Completion {
        void completed(boolean ok);
    }
}
