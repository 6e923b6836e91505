package io.hjx.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.api.Channel;
import io.hjx.api.Connection;
import io.hjx.channels.ChannelPaths.NamedChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelPathsTest {

    private record At(String path) implements Channel {
        @Override
        public void onMessage(Connection connection, String text) {}
    }

    private static ChannelPaths paths(String... paths) {
        List<NamedChannel> channels = List.of(paths).stream()
                .map(path -> new NamedChannel("app.Room", new At(path)))
                .toList();
        return ChannelPaths.of(channels, "/messages"::equals);
    }

    @Test
    void paths_wellFormed_areFound() {
        ChannelPaths paths = paths("/chat", "/rooms/a-b_c.d", "/chats", "/cats");

        assertThat(paths.all()).containsExactly("/chat", "/rooms/a-b_c.d", "/chats", "/cats");
        assertThat(paths.find("/chat")).isEqualTo(new At("/chat"));
        assertThat(paths.find("/nowhere")).isNull();
        assertThat(paths().all()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "/", "chat", "/chat/", "/a//b", "/{room}", "/a b", "/chat?x", "/ü"})
    void path_malformed_isNamed(String path) {
        assertThatThrownBy(() -> ChannelPaths.of(List.of(new NamedChannel("app.Room", new At(path))), p -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The channel app.Room has the path " + path
                        + "; a path is like /chat, of letters, digits and any of _ . -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hjx", "/messages", "/c/Counter", "/assets/x", "/health/live", "/admin", "/metrics"})
    void path_ofOurs_isRefused(String path) {
        assertThatThrownBy(() -> paths(path))
                .hasMessage(
                        "The channel app.Room has the path " + path + ", which HJX itself answers; give it another.");
    }

    @Test
    void path_twice_isRefused() {
        assertThatThrownBy(() -> paths("/a", "/b", "/a"))
                .hasMessage("The channels app.Room and app.Room have the same path, /a; give one of them another.");
    }
}
