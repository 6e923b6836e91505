package io.hjx.messages;

import io.hjx.api.MessageRefusedException;
import io.hjx.api.MessageServer;
import io.hjx.runtime.fanout.UserRates;
import io.hjx.runtime.instance.Round;
import io.hjx.runtime.instance.Spread;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Ticker;
import io.hjx.runtime.spi.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The message server behind {@link MessageServer}. Thread-safe; no method waits. It closes nothing that it was given.
 */
public final class LiveMessageServer implements MessageServer {

    private static final Duration BEAT = Duration.ofSeconds(1);

    private final MessageSettings settings;
    private final Ports ports;
    private final Handlers handlers;
    private final Sources sources;
    private final UserRates userRates = new UserRates();
    private final Set<MessageConnection> connections = ConcurrentHashMap.newKeySet();
    private final Round heartbeats = new Round("the heartbeat of message connections");
    private final Spread wakes;

    /** Guarded by this. */
    private Ticker.@Nullable Cancellable nextBeat;

    private volatile boolean closed;

    public LiveMessageServer(MessageSettings settings, Ports ports) {
        this.settings = settings;
        this.ports = ports;
        this.handlers = new Handlers(ports.codec());
        this.wakes = new Spread(
                "the waking of clients", ports.sending(), Runtime.getRuntime().availableProcessors() - 1);
        this.sources = new Sources(
                ports.ticker(),
                settings.window(),
                claim -> new Source(claim, ports.ids().next(), handlers, ports, settings));
    }

    /** Begins to look after connections. */
    public synchronized void start() {
        if (!closed && nextBeat == null) {
            nextBeat = ports.ticker().schedule(BEAT, this::beat);
        }
    }

    private void beat() {
        try {
            long now = ports.ticker().nanos();
            heartbeats.each(connections, connection -> connection.beat(now));
            sources.purge();
        } finally {
            synchronized (this) {
                nextBeat = null;
                start();
            }
        }
    }

    @Override
    public <P> void on(String type, Class<P> payload, Handler<? super P> handler) {
        handlers.put(type, payload, handler);
    }

    @Override
    public void on(String type, Handler<Object> handler) {
        on(type, Object.class, handler);
    }

    /** A handler for a type that the application itself does not take, whether it says so before or after. */
    public <P> void onUnclaimed(String type, Class<P> payload, Handler<? super P> handler) {
        handlers.putIfAbsent(type, payload, handler);
    }

    @Override
    public boolean sendTo(String source, String type, @Nullable Object payload) {
        String frame = ports.codec().message(type, ports.codec().write(payload), null);
        Source receiver = sources.find(source);
        if (receiver != null) {
            receiver.send(frame);
        }
        return receiver != null;
    }

    @Override
    public <R> CompletionStage<R> request(
            String source, String type, @Nullable Object payload, Class<R> reply, Duration timeout) {
        String key = ports.ids().next();
        String id = "\"" + key + "\"";
        String frame = ports.codec().message(type, ports.codec().write(payload), id);
        Source receiver = sources.find(source);
        if (receiver == null) {
            return refused("unknown-source", "No client is connected as " + source + ".");
        }
        CompletableFuture<@Nullable String> answer = new CompletableFuture<>();
        Request request = new Request(frame, answer, ports.ticker().schedule(timeout, () -> {
            if (receiver.withdraw(id) != null) {
                answer.completeExceptionally(
                        new TimeoutException(source + " has not answered " + type + " in " + timeout + "."));
            }
        }));
        if (!receiver.ask(id, request)) {
            request.refused("too-many-unacknowledged", source + " leaves too much without an answer, or has gone.");
        }
        CompletableFuture<R> result = new CompletableFuture<>();
        // Whatever the application does next is not for the thread of a connection or of the clock
        CompletionStage<@Nullable String> end = answer;
        end.whenCompleteAsync((text, failure) -> complete(result, reply, text, failure), ports.answering());
        return result;
    }

    private <R> void complete(
            CompletableFuture<R> result, Class<R> reply, @Nullable String text, @Nullable Throwable failure) {
        if (failure != null) {
            result.completeExceptionally(failure);
            return;
        }
        try {
            result.complete(ports.codec().read(text, reply));
        } catch (IllegalArgumentException other) {
            result.completeExceptionally(new MessageRefusedException(
                    ErrorCode.BAD_MESSAGE.wire(), "The answer is no " + reply.getSimpleName() + "."));
        }
    }

    private static <R> CompletionStage<R> refused(String code, String message) {
        return CompletableFuture.failedFuture(new MessageRefusedException(code, message));
    }

    @Override
    public void broadcast(String type, @Nullable Object payload, @Nullable String excludeSource) {
        String frame = ports.codec().message(type, ports.codec().write(payload), null);
        // All have it in its place before the first is woken: threads that wake them may overtake each other
        List<MessageConnection> sleeping = new ArrayList<>();
        for (Source receiver : sources.all()) {
            boolean excluded = excludeSource != null && excludeSource.equals(receiver.name());
            MessageConnection toWake = excluded ? null : receiver.leave(frame);
            if (toWake != null) {
                sleeping.add(toWake);
            }
        }
        wakes.each(sleeping, MessageConnection::wake);
    }

    @Override
    public Set<String> sources() {
        return sources.names();
    }

    /** Whether a connection that came now would get the name that it claims. */
    public boolean admits(Claim claim) {
        return sources.admits(claim);
    }

    public boolean isClosed() {
        return closed;
    }

    /**
     * Takes a connection that has opened; what its client says is handed to what this returns. One whose name has been
     * taken meanwhile is closed again at once.
     */
    public MessageConnection connect(Claim claim, Transport transport) {
        UserRates.Part user = userRates.join(
                claim.principal(), settings.traffic().user(), ports.ticker().nanos());
        MessageConnection connection =
                new MessageConnection(claim, transport, ports, settings, user, this::disconnected);
        connections.add(connection);
        Sources.Taken taken = closed ? null : sources.take(claim, connection);
        if (taken == null) {
            connection.close(
                    closed ? CloseCode.GOING_AWAY : CloseCode.TRY_AGAIN_LATER,
                    closed ? "the server is stopping" : "the source is taken");
            return connection;
        }
        welcome(connection, taken);
        if (closed) {
            connection.close(CloseCode.GOING_AWAY, "the server is stopping");
        }
        return connection;
    }

    private static void welcome(MessageConnection connection, Sources.Taken taken) {
        connection.open(taken.greeting());
        if (taken.replaced() != null) {
            taken.replaced().close(CloseCode.REPLACED, "connected again elsewhere");
        }
        if (taken.ended() != null) {
            taken.ended().end("unknown-source", "Another client has this name now.");
        }
    }

    private void disconnected(MessageConnection connection) {
        connections.remove(connection);
        Source source = connection.source();
        if (source != null) {
            sources.leave(source, connection);
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (nextBeat != null) {
                nextBeat.cancel();
                nextBeat = null;
            }
        }
        for (Source source : sources.all()) {
            source.end("closed", "The message server is closed.");
        }
        for (MessageConnection connection : connections) {
            connection.close(CloseCode.GOING_AWAY, "the server is stopping");
        }
    }
}
