package io.hjx.client;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One client of a message server over all its connections: it comes back by itself and goes on where it was.
 * Thread-safe: its lock guards all that it has, and is held while nothing of the application runs.
 */
final class Session {

    private static final String SUBPROTOCOL = "hjx.messages";
    private static final String TOKEN_PREFIX = "hjx.token.";
    private static final Pattern TOKEN = Pattern.compile("\"([\\w-]{1,128})\"");

    /** The bound of the first wait, in milliseconds; it doubles with every failure. */
    private static final long FIRST_DELAY = 250;

    private static final int MOST_DOUBLINGS = 20;

    /** How long a connection has to live until it counts as a success. */
    private static final Duration STABLE_TIME = Duration.ofSeconds(5);

    /** What nobody takes: its refusal is a sign of life. */
    private static final String PROBE = "{\"type\":\"hjx.ping\",\"id\":\"hjx.ping\"}";

    private static final int ABNORMAL = 1006;
    private static final int TOO_LARGE = 1009;
    private static final int REPLACED = 4001;

    private final URI address;
    private final ClientOptions options;
    private final Surroundings surroundings;
    private final Handlers handlers;
    private final Executor turns;
    private final Unanswered unanswered;
    private final Asked asked;
    private final List<StateListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Alarm, Surroundings.Timer> timers = new EnumMap<>(Alarm.class);

    private volatile ConnectionState state = ConnectionState.CONNECTING;
    private @Nullable Link link;

    /** With what this client shows that it is the same one. */
    private @Nullable String token;

    private boolean welcomed;

    /** In a row. */
    private int failures;

    /** What is waited for. */
    private enum Alarm {
        RETRY,
        GREETING,
        SUCCESS,
        SILENCE
    }

    /** One connection. What it still says when it is no more the session's is of no concern. */
    private final class Link implements Surroundings.Socket.Listener {

        private Surroundings.@Nullable Socket socket;

        @Override
        public void received(String text) {
            synchronized (Session.this) {
                if (link == this) {
                    Session.this.received(text);
                }
            }
        }

        @Override
        public void closed(int code, String reason) {
            synchronized (Session.this) {
                if (link == this) {
                    lost(code, reason);
                }
            }
        }
    }

    Session(URI address, ClientOptions options, Surroundings surroundings, Handlers handlers) {
        this.address = address;
        this.options = options;
        this.surroundings = surroundings;
        this.handlers = handlers;
        this.turns = new Turns(surroundings.callbacks());
        this.unanswered = new Unanswered(options, this::schedule, surroundings.callbacks(), this::write);
        this.asked = new Asked(this::write);
    }

    // ---- the application's side

    synchronized void start() {
        connect();
    }

    ConnectionState state() {
        return state;
    }

    /** Adds a listener, which hears the present state first. */
    synchronized void onState(StateListener listener) {
        ConnectionState present = state;
        turns.execute(() -> listener.changed(present, "", Duration.ZERO));
        listeners.add(listener);
    }

    /** Sends a message, of which it returns the answer's payload; both are JSON text. */
    synchronized CompletionStage<@Nullable String> send(
            String type, @Nullable String payload, Duration time, String late) {
        try {
            if (state == ConnectionState.CLOSED) {
                throw new MessageException("closed", "The client is closed.");
            }
            return unanswered.add(type, payload, time, late);
        } catch (MessageException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    /** Makes the next attempt now, or looks whether the connection still lives. */
    synchronized void wake() {
        if (timers.containsKey(Alarm.RETRY)) {
            connect();
        } else if (welcomed) {
            probe();
        }
    }

    /** Ends it for good. */
    synchronized void close() {
        end("closed", "The client was closed.");
    }

    // ---- the connection

    private void connect() {
        clear(Alarm.RETRY);
        Link next = new Link();
        link = next;
        List<String> protocols = token == null ? List.of(SUBPROTOCOL) : List.of(SUBPROTOCOL, TOKEN_PREFIX + token);
        next.socket = surroundings.open(address, protocols, next);
        set(Alarm.GREETING, options.connectTimeout(), () -> lost(ABNORMAL, "no greeting in time"));
    }

    private void lost(int code, String reason) {
        discard();
        if (code == REPLACED) {
            end("replaced", "Another connection of the same source has taken the place of this one.");
            return;
        }
        if (code == TOO_LARGE) {
            unanswered.refuseLongest();
        }
        unanswered.interrupted();
        long bound = Math.min(options.maxDelay().toMillis(), FIRST_DELAY << Math.min(failures, MOST_DOUBLINGS));
        Duration delay = Duration.ofNanos((long) (surroundings.random() * bound * 1_000_000));
        failures++;
        set(Alarm.RETRY, delay, this::connect);
        become(ConnectionState.RECONNECTING, reason, delay);
    }

    private void welcome(@Nullable String newToken) {
        clear(Alarm.GREETING);
        welcomed = true;
        set(Alarm.SUCCESS, STABLE_TIME, () -> failures = 0);
        if (newToken == null || !newToken.equals(token)) {
            unanswered.forgotten();
            asked.forget();
        }
        token = newToken;
        become(ConnectionState.OPEN, "", Duration.ZERO);
        unanswered.flush();
    }

    private void discard() {
        Link before = link;
        link = null;
        welcomed = false;
        for (Alarm alarm : Alarm.values()) {
            clear(alarm);
        }
        if (before != null && before.socket != null) {
            before.socket.close();
        }
    }

    private void end(String code, String reason) {
        if (state == ConnectionState.CLOSED) {
            return;
        }
        discard();
        become(ConnectionState.CLOSED, reason, Duration.ZERO);
        unanswered.end(code, reason);
        surroundings.close();
    }

    private void become(ConnectionState next, String reason, Duration delay) {
        state = next;
        turns.execute(() -> listeners.forEach(listener -> listener.changed(next, reason, delay)));
    }

    // ---- frames

    private void received(String text) {
        set(Alarm.SILENCE, options.silence(), this::probe);
        Frame frame = Frame.read(text);
        if (!welcomed) {
            if (frame instanceof Frame.Message message && message.type().equals("welcome")) {
                welcome(token(message.payload()));
            }
        } else if (frame instanceof Frame.Message message) {
            take(message);
        } else if (frame instanceof Frame.Reply reply) {
            unanswered.answered(reply.replyTo(), reply.payload());
        } else if (frame instanceof Frame.Failure failure) {
            failed(failure);
        }
    }

    private static @Nullable String token(@Nullable String payload) {
        try {
            String json =
                    payload == null ? null : new JsonReader(payload).members().get("token");
            var matcher = TOKEN.matcher(Objects.requireNonNullElse(json, ""));
            return matcher.matches() ? matcher.group(1) : null;
        } catch (IllegalArgumentException noObject) {
            return null;
        }
    }

    private void take(Frame.Message message) {
        MessageHandler handler = handlers.find(message.type());
        if (asked.take(message, handler != null) && handler != null) {
            turns.execute(() -> handlers.handle(handler, message, frame -> answer(message.id(), frame)));
        }
    }

    private synchronized void answer(@Nullable String id, String frame) {
        asked.answer(id, frame);
    }

    /** An error is never answered with one. */
    private void failed(Frame.Failure failure) {
        if (failure.replyTo() == null) {
            turns.execute(() ->
                    handlers.fault("The server reports", new MessageException(failure.code(), failure.message())));
        } else {
            unanswered.refused(failure.replyTo(), failure.code(), failure.message());
        }
    }

    private boolean write(String frame) {
        Surroundings.Socket socket = link == null ? null : link.socket;
        if (!welcomed || socket == null) {
            return false;
        }
        socket.send(frame);
        return true;
    }

    private void probe() {
        write(PROBE);
        set(Alarm.SILENCE, options.connectTimeout(), () -> lost(ABNORMAL, "the server is silent"));
    }

    // ---- time

    private void set(Alarm alarm, Duration delay, Runnable task) {
        clear(alarm);
        timers.put(alarm, schedule(delay, () -> {
            timers.remove(alarm);
            task.run();
        }));
    }

    private void clear(Alarm alarm) {
        Surroundings.Timer timer = timers.remove(alarm);
        if (timer != null) {
            timer.cancel();
        }
    }

    /** A task that was cancelled while it waited for the lock is not run. */
    private Surroundings.Timer schedule(Duration delay, Runnable task) {
        boolean[] over = new boolean[1];
        Surroundings.Timer timer = surroundings.schedule(delay, () -> {
            synchronized (this) {
                if (!over[0]) {
                    over[0] = true;
                    task.run();
                }
            }
        });
        return () -> {
            over[0] = true;
            timer.cancel();
        };
    }
}
