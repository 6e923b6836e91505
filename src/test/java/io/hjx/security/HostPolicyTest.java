package io.hjx.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LOCALHOST, true",
        "127.0.0.1, true",
        "[::1], true",
        "::1, true",
        "my.box, true",
        "evil.example, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "192.168.1.5, false",
        "'', false"
    })
    void local_andOneMore(String host, boolean expected) {
        assertThat(HostPolicy.local(List.of("my.box")).allows(host)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.5, true",
        "fe80::1, true",
        "[fe80::1], true",
        "evil.example, false",
        "1.2.3.4.evil.example, false"
    })
    void local_everyAddress(String host, boolean expected) {
        assertThat(HostPolicy.local(List.of("0.0.0.0")).allows(host)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "app.example.com, true",
        "App.Example.com, true",
        "a.b.wild.example, true",
        "wild.example, false",
        "evilwild.example, false",
        "localhost, false"
    })
    void of_listed(String host, boolean expected) {
        assertThat(HostPolicy.of(List.of("app.example.com", "*.wild.example")).allows(host))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "localhost:5173, true",
        "127.0.0.1:80, true",
        "[::1], true",
        "[::1]:5173, true",
        "localhost:, true",
        "evil.example:5173, false",
        "localhost:5173.evil.example, false",
        "'', false",
        ", false"
    })
    void allowsAuthority_withOrWithoutPort(@Nullable String authority, boolean expected) {
        assertThat(HostPolicy.local(List.of()).allowsAuthority(authority)).isEqualTo(expected);
    }

    @Test
    void any_isEveryName() {
        assertThat(HostPolicy.any().allows("evil.example")).isTrue();
        assertThat(HostPolicy.of(List.of("*")).allows("evil.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com:8080", "https://example.com", "example.com/", "a b", "", "*.", "a.*.example"})
    void of_malformed_isNamed(String host) {
        assertThatThrownBy(() -> HostPolicy.of(List.of(host)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`" + host + "`");
    }
}
