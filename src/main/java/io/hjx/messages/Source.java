package io.hjx.messages;

import io.hjx.runtime.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client under its name, over all its connections: what it has sent, what it was answered, and what it was asked.
 * Thread-safe; sends with no lock held.
 */
final class Source {

    private final String name;
    private final String token;
    private final @Nullable String user;
    private final @Nullable String session;
    private final MessageCodec codec;
    private final Handlers handlers;
    private final Inbox inbox;
    private final int mostRequests;

    /** Guarded by this. */
    private final Answers answers;

    /** By id; guarded by this. */
    private final Map<String, Request> requests = new LinkedHashMap<>();

    /** Guarded by this; null while the client is gone. */
    private @Nullable MessageConnection connection;

    Source(Claim claim, String token, Handlers handlers, Ports ports, MessageSettings settings) {
        this.name = claim.source();
        this.token = token;
        this.user = claim.principal().name();
        this.session = claim.session();
        this.codec = ports.codec();
        this.handlers = handlers;
        this.inbox = new Inbox(handlers, ports, settings.unanswered());
        this.mostRequests = settings.unanswered();
        this.answers = new Answers(settings.remembered());
    }

    String name() {
        return name;
    }

    /** Whether this is the same client, which may go on where it was. */
    boolean isContinuedBy(Claim claim) {
        return claim.hasToken(token)
                && Objects.equals(user, claim.principal().name())
                && (session == null || session.equals(claim.session()));
    }

    /** Whether a connection may take the place of the present one. */
    boolean yieldsTo(Claim claim) {
        return isContinuedBy(claim)
                || (user != null && user.equals(claim.principal().name()));
    }

    /** The connection through which the client is reached from now on; null where it is gone. Returns the last one. */
    synchronized @Nullable MessageConnection reachedBy(@Nullable MessageConnection newConnection) {
        MessageConnection before = connection;
        connection = newConnection;
        return before;
    }

    synchronized @Nullable MessageConnection connection() {
        return connection;
    }

    /** What a new connection begins with: the token, and what the client was asked and has not answered. */
    synchronized List<String> greeting() {
        List<String> frames = new ArrayList<>();
        frames.add(codec.message("welcome", codec.write(Map.of("token", token)), null));
        requests.values().forEach(request -> frames.add(request.frame()));
        return frames;
    }

    /** Takes a message for a handler. */
    void receive(Envelope.Message message) {
        if (!handlers.has(message.type())) {
            send(codec.failure(message.id(), ErrorCode.UNKNOWN_TYPE.wire(), "Nobody takes messages of this type."));
            return;
        }
        String id = message.id();
        String before = id == null ? null : begin(id);
        if (before != null) {
            again(message.id(), before);
        } else if (!inbox.offer(new Parcel(name, user, message), frame -> answer(id, frame))) {
            forget(id);
            send(codec.failure(id, ErrorCode.BUSY.wire(), "Wait for answers before you send more."));
        }
    }

    private synchronized @Nullable String begin(String id) {
        return answers.begin(id);
    }

    private synchronized void forget(@Nullable String id) {
        if (id != null) {
            answers.forget(id);
        }
    }

    /** A message has come again: its answer goes again, now or when it is made. */
    private void again(@Nullable String id, String answer) {
        if (answer.equals(Answers.FORGOTTEN)) {
            send(codec.failure(
                    id, ErrorCode.RESUME_EXPIRED.wire(), "This was done; its answer is not there any more."));
        } else if (!answer.equals(Answers.UNDER_WAY)) {
            send(answer);
        }
    }

    private void answer(@Nullable String id, @Nullable String frame) {
        if (frame == null) {
            return;
        }
        if (id != null) {
            remember(id, frame);
        }
        send(frame);
    }

    private synchronized void remember(String id, String frame) {
        answers.end(id, frame);
    }

    /** Asks the client; false where it leaves too many without an answer, or is gone. */
    boolean ask(String id, Request request) {
        MessageConnection reached;
        synchronized (this) {
            reached = connection;
            if (reached == null || requests.size() >= mostRequests) {
                return false;
            }
            requests.put(id, request);
        }
        reached.send(request.frame());
        return true;
    }

    /** Takes back what the client was asked; null where it has been answered. */
    synchronized @Nullable Request withdraw(String id) {
        return requests.remove(id);
    }

    /** The client will not come back: nobody is to wait for it. */
    void end(String code, String why) {
        List<Request> open;
        synchronized (this) {
            open = List.copyOf(requests.values());
            requests.clear();
        }
        open.forEach(request -> request.refused(code, why));
    }

    /** Sends a frame; it is lost where the client is gone. */
    void send(String frame) {
        MessageConnection reached = connection();
        if (reached != null) {
            reached.send(frame);
        }
    }

    /** Gives a frame its place among those that are sent; the connection that must be woken then, or null. */
    @Nullable MessageConnection leave(String frame) {
        MessageConnection reached = connection();
        return reached != null && reached.leave(frame) ? reached : null;
    }

    /** About the characters that are kept of it while it is gone. */
    synchronized int size() {
        return answers.size()
                + requests.values().stream()
                        .mapToInt(request -> request.frame().length())
                        .sum();
    }
}
