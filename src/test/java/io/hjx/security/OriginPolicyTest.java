package io.hjx.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    @Test
    void allows_noOrigin_isNoBrowser() {
        assertThat(OriginPolicy.sameOrigin().allows(null, "example.com", false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com, example.com, false, true",
        "http://example.com, example.com:80, false, true",
        "https://example.com:443, example.com, true, true",
        "HTTP://Example.COM, example.com, false, true",
        "http://127.0.0.1:5173, 127.0.0.1:5173, false, true",
        "http://[::1]:5173, [::1]:5173, false, true",
        "https://example.com, example.com, false, true",
        "http://example.com, example.com, true, false",
        "http://example.com:8080, example.com, false, false",
        "http://evil.example, example.com, false, false",
        "http://example.com.evil.example, example.com, false, false",
        "http://example.com@evil.example, example.com, false, false",
        "null, example.com, false, false",
        "file://, example.com, false, false",
        "chrome-extension://abc, example.com, false, false",
        "'', example.com, false, false"
    })
    void allows_sameOrigin(String origin, String host, boolean secure, boolean expected) {
        assertThat(OriginPolicy.sameOrigin().allows(origin, host, secure)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.com, true",
        "https://app.example.com:443, true",
        "http://app.example.com, false",
        "https://a.b.wild.example, true",
        "https://wild.example, false",
        "https://evilwild.example, false",
        "https://a.wild.example.evil.example, false",
        "http://localhost:3000, true",
        "http://localhost, false",
        "https://*.wild.example, false"
    })
    void allows_listed(String origin, boolean expected) {
        OriginPolicy policy =
                OriginPolicy.of(List.of("https://app.example.com", "https://*.wild.example", "http://localhost:3000"));

        assertThat(policy.allows(origin, "server.example", true)).isEqualTo(expected);
    }

    @Test
    void allows_star_everybody() {
        assertThat(OriginPolicy.of(List.of("*")).allows("http://evil.example", "example.com", true))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.example.com", "https://app.example.com/", "ftp://a", "https://a*.example", "https://"})
    void of_malformed_isNamed(String origin) {
        assertThatThrownBy(() -> OriginPolicy.of(List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`" + origin + "`");
    }
}
