package io.hjx.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.MessageRefusedException;
import io.hjx.api.MessageServer;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatMessagesTest {

    private final List<Object> told = new ArrayList<>();
    private final MessageServer server = (MessageServer) Proxy.newProxyInstance(
            MessageServer.class.getClassLoader(), new Class<?>[] {MessageServer.class}, (proxy, method, arguments) -> {
                told.addAll(List.of(arguments));
                return null;
            });
    private final ChatMessages chat = new ChatMessages(server, Clock.fixed(Instant.ofEpochMilli(5), ZoneOffset.UTC));

    @Test
    void handle_message_isToldToAllAndAnswered() {
        Object reply = chat.handle(new MessageServer.Message<>("ann", null, new ChatMessages.Said("Hello")));

        assertThat(told).containsExactly("chat-message", new ChatMessages.Line("ann", "Hello", 5));
        assertThat(reply).isEqualTo(Map.of("status", "received"));
    }

    @Test
    void handle_noMessage_isRefused() {
        assertThatThrownBy(() -> chat.handle(new MessageServer.Message<>("ann", null, new ChatMessages.Said(null))))
                .isInstanceOf(MessageRefusedException.class);
        assertThat(told).isEmpty();
    }
}
