package io.hjx.example;

import io.hjx.api.Channel;
import io.hjx.api.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A room in which everybody hears what anybody says, and a newcomer first what was said before. Thread-safe.
 *
 * <p>Its lock makes one order for all. It may be held while sending, which never waits.
 */
public final class ChatRoom implements Channel {

    /** Where the room is. */
    public static final String PATH = "/chat";

    /** What a newcomer hears of the past: as many lines, as many characters, the last line always. */
    static final int MAX_LINES = 100;

    static final int MAX_CHARACTERS = 1 << 16;

    /** Guarded by this, as is the rest. */
    private final Set<Connection> people = new LinkedHashSet<>();

    private final Deque<String> history = new ArrayDeque<>();
    private int characters;

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public synchronized void onConnect(Connection connection) {
        history.forEach(connection::send);
        people.add(connection);
        tellAll("User " + connection.id() + " joined the chat");
    }

    @Override
    public synchronized void onMessage(Connection connection, String text) {
        String line = "User " + connection.id() + ": " + text;
        remember(line);
        tellAll(line);
    }

    @Override
    public synchronized void onDisconnect(Connection connection) {
        if (people.remove(connection)) {
            tellAll("User " + connection.id() + " left the chat");
        }
    }

    private void tellAll(String line) {
        people.forEach(person -> person.send(line));
    }

    private void remember(String line) {
        history.add(line);
        characters += line.length();
        while (history.size() > 1 && (history.size() > MAX_LINES || characters > MAX_CHARACTERS)) {
            characters -= history.remove().length();
        }
    }
}
