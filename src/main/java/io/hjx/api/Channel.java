package io.hjx.api;

/**
 * A place where clients connect to exchange plain text with the application: a chat room, a feed, a device's line. An
 * application makes a CDI bean of this type, application-scoped, and it is there as soon as the application is.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Echo implements Channel {
 *     @Override
 *     public String path() {
 *         return "/echo";
 *     }
 *
 *     @Override
 *     public void onMessage(Connection connection, String text) {
 *         connection.send(text);
 *     }
 * }
 * }</pre>
 *
 * <p>What is called for one connection is called one after the other, in order: {@link #onConnect}, a message each, and
 * at the end {@link #onDisconnect}. Other connections are served meanwhile, so that a channel must be thread-safe. The
 * methods run on threads that may wait, each time with a request context of its own. One that throws ends nothing but
 * itself: the log has it, {@link #onError} is told, and the connection lives on; only where {@link #onConnect} throws
 * it is closed, with 1013.
 */
public interface Channel {

    /**
     * Where it is, below the application's path: for instance {@code /chat} or {@code /rooms/chat}. Asked once, when
     * the application starts; a path that is malformed, taken or ours stops the start.
     */
    String path();

    /** A client has connected. */
    default void onConnect(Connection connection) throws Exception {}

    /** A client has sent a message, a whole one. Not called any more once the channel has closed the connection. */
    void onMessage(Connection connection, String text) throws Exception;

    /**
     * The connection is gone, whoever closed it: called once, the last of all, also where {@link #onConnect} failed.
     */
    default void onDisconnect(Connection connection) throws Exception {}

    /** Another method has thrown this, or the connection has a fault. What this method throws itself is only logged. */
    default void onError(Connection connection, Throwable failure) {}
}
