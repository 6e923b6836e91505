package io.hjx.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.Connection;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatRoomTest {

    private final ChatRoom room = new ChatRoom();

    private static final class Person implements Connection {
        private final String id;
        private final List<String> heard = new ArrayList<>();

        Person(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Map<String, List<String>> headers() {
            return Map.of();
        }

        @Override
        public Principal principal() {
            return null;
        }

        @Override
        public void send(String text) {
            heard.add(text);
        }

        @Override
        public void close() {}
    }

    private Person enter(String id) {
        Person person = new Person(id);
        room.onConnect(person);
        return person;
    }

    @Test
    void room_everybodyHearsEverything_andANewcomerTheHistoryFirst() {
        Person ann = enter("1");
        room.onMessage(ann, "Hello");
        Person ben = enter("2");
        room.onMessage(ben, "Hi <b>");
        room.onDisconnect(ann);
        room.onDisconnect(ann);

        assertThat(ben.heard)
                .containsExactly("User 1: Hello", "User 2 joined the chat", "User 2: Hi <b>", "User 1 left the chat");
        assertThat(ann.heard)
                .containsExactly("User 1 joined the chat", "User 1: Hello", "User 2 joined the chat", "User 2: Hi <b>");
    }

    @Test
    void history_manyLines_keepsTheLast() {
        Person ann = enter("1");
        for (int i = 0; i < ChatRoom.MAX_LINES + 20; i++) {
            room.onMessage(ann, "line " + i);
        }

        assertThat(enter("2").heard)
                .hasSize(ChatRoom.MAX_LINES + 1)
                .startsWith("User 1: line 20")
                .endsWith("User 2 joined the chat");
    }

    @Test
    void history_longLines_isBoundedToo() {
        Person ann = enter("1");
        room.onMessage(ann, "x".repeat(ChatRoom.MAX_CHARACTERS));
        assertThat(enter("2").heard).hasSize(2);
        room.onMessage(ann, "short");

        assertThat(enter("3").heard).containsExactly("User 1: short", "User 3 joined the chat");
    }
}
