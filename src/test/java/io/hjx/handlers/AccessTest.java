package io.hjx.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.spi.Principal;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

    @RolesAllowed("admin")
    static class Base {
        public void inherited() {}

        @PermitAll
        public void open() {}
    }

    @RolesAllowed("clerk")
    static class Bean extends Base {
        public void own() {}

        @RolesAllowed("boss")
        public void named() {}
    }

    @ParameterizedTest
    @CsvSource({"inherited,admin", "own,clerk", "named,boss"})
    void permits_byTheNearestAnnotation_thatOfTheDeclaringClassToo(String method, String role)
            throws NoSuchMethodException {
        Access access = Access.of(Bean.class, Bean.class.getMethod(method));

        assertThat(access.permits(new Principal("eve", Set.of(role)))).isTrue();
        assertThat(access.permits(new Principal("eve", Set.of("other")))).isFalse();
        assertThat(access.permits(Principal.ANONYMOUS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource("open")
    void permits_permitAll_everybody(String method) throws NoSuchMethodException {
        assertThat(Access.of(Bean.class, Bean.class.getMethod(method)).permits(Principal.ANONYMOUS))
                .isTrue();
    }
}
