package io.hjx.example;

import io.hjx.api.MessageRefusedException;
import io.hjx.api.MessageServer;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chat over the message server: whatever one client says, all are told, and it is told that it was heard. Immutable.
 */
public final class ChatMessages implements MessageServer.Handler<ChatMessages.Said> {

    /** The type of the messages, both ways. */
    public static final String TYPE = "chat-message";

    private final MessageServer server;
    private final Clock clock;

    /** What a client says. */
    public record Said(@Nullable String message) {}

    /**
     * What all are told.
     *
     * @param sender the source that has said it
     * @param timestamp when it was heard, in milliseconds since 1970
     */
    public record Line(String sender, String message, long timestamp) {}

    public ChatMessages(MessageServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    @Override
    public Object handle(MessageServer.Message<Said> said) {
        String message = said.payload().message();
        if (message == null) {
            throw new MessageRefusedException("bad-message", "A chat message needs `message`, a text.");
        }
        server.broadcast(TYPE, new Line(said.source(), message, clock.millis()));
        return Map.of("status", "received");
    }
}
