package io.hjx.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import org.junit.jupiter.api.Test;

class HealthServletTest {
    @Test
    void path_declared_isHealthLive() {
        assertThat(HealthServlet.class.getAnnotation(WebServlet.class).urlPatterns())
                .containsExactly("/health/live");
    }
}
