package io.hjx.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A named client of a message server, which comes back by itself after every break until it is closed. Thread-safe; no
 * method waits.
 *
 * <p>Handlers, listeners and what follows from answers run on threads that may wait. Handlers and listeners of one
 * client are called one after the other.
 */
public final class WebSocketClient implements AutoCloseable {

    /** What a source may be called; the server refuses others. */
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.:@+-]{1,128}");

    private static final int LONGEST_TYPE = 128;

    private final String source;
    private final PayloadCodec codec;
    private final Duration expiry;
    private final Handlers handlers;
    private final Session session;

    /** Connects as {@link #WebSocketClient(URI, String, ClientOptions)} does, with the standard options. */
    public WebSocketClient(URI address, String source) {
        this(address, source, ClientOptions.standard());
    }

    /**
     * Begins to connect.
     *
     * @param address of the message server, {@code ws://host/messages}
     * @param source what this client is called: 1 to 128 letters, marks, digits and {@code _ . : @ + -}
     * @throws IllegalArgumentException where the address or the source is none
     */
    public WebSocketClient(URI address, String source, ClientOptions options) {
        this(address, source, options, new JdkSurroundings(source, options));
    }

    WebSocketClient(URI address, String source, ClientOptions options, Surroundings surroundings) {
        this.source = source;
        this.codec = options.codec();
        this.expiry = options.expiry();
        this.handlers = new Handlers(options);
        this.session = new Session(at(address, source), options, surroundings, handlers);
        session.start();
    }

    private static URI at(URI address, String source) {
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("A source has 1 to 128 letters, marks, digits and _ . : @ + -");
        }
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("wss?")) {
            throw new IllegalArgumentException(
                    "A message server is reached by ws://host/… or wss://host/…: " + address);
        }
        String query = address.getRawQuery() == null ? "?" : "?" + address.getRawQuery() + "&";
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + query + "source="
                + URLEncoder.encode(source, StandardCharsets.UTF_8));
    }

    /** What this client is called. */
    public String source() {
        return source;
    }

    /** How it stands to its server now. */
    public ConnectionState state() {
        return session.state();
    }

    /**
     * Sends a message; while there is no connection it waits, in order.
     *
     * @param payload what the codec can write; null for none
     * @return done when the server has answered; failed with a {@link MessageException}
     */
    public CompletionStage<@Nullable Void> send(String type, @Nullable Object payload) {
        return begin(type, payload, expiry, "expired").thenAccept(answer -> {});
    }

    /**
     * Sends a message and waits for its answer.
     *
     * @param payload what the codec can write; null for none
     * @param timeout after which it fails with {@code timeout}
     * @return the answer's payload, as the codec reads it; failed with a {@link MessageException}
     */
    public CompletionStage<@Nullable Object> request(String type, @Nullable Object payload, Duration timeout) {
        return begin(type, payload, timeout, "timeout").thenApply(answer -> answer == null ? null : codec.read(answer));
    }

    private CompletionStage<@Nullable String> begin(String type, @Nullable Object payload, Duration time, String late) {
        if (type.isEmpty() || type.length() > LONGEST_TYPE || type.equals("error")) {
            return refused("A type has 1 to " + LONGEST_TYPE + " characters and is not \"error\".");
        }
        String json;
        try {
            json = payload == null ? null : codec.write(payload);
        } catch (RuntimeException unwritable) {
            return refused("The payload is no JSON: " + unwritable.getMessage());
        }
        return session.send(type, json, time, late);
    }

    private static CompletionStage<@Nullable String> refused(String message) {
        return CompletableFuture.failedFuture(new MessageException("bad-message", message));
    }

    /** Gives messages of a type to a handler, in place of the one before. */
    public void on(String type, MessageHandler handler) {
        handlers.on(type, handler);
    }

    /** Messages of this type are not taken any more. */
    public void off(String type) {
        handlers.off(type);
    }

    /** Adds a listener, which hears the present state first. */
    public void onState(StateListener listener) {
        session.onState(listener);
    }

    /**
     * Adds a listener for what concerns no message of this client: a {@link MessageException} that the server reports,
     * or what a handler has thrown. Without one it is logged.
     */
    public void onError(Consumer<? super Throwable> listener) {
        handlers.onError(listener);
    }

    /** Tries to connect now, or looks whether the connection still lives: for who knows that the network is back. */
    public void wake() {
        session.wake();
    }

    /** Ends the connection for good; what waits for an answer fails with {@code closed}. */
    @Override
    public void close() {
        session.close();
    }
}
