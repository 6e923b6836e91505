package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

class EnvironmentDefaultsTest {

    private static final OptionSpec PORT = OptionSpec.builder("--port").build();

    @Test
    void defaultValue_ofPort_isTheVariable() {
        assertThat(new EnvironmentDefaults(Map.of("PORT", "8080")).defaultValue(PORT))
                .isEqualTo("8080");
    }

    @Test
    void defaultValue_blankVariable_isAbsent() {
        assertThat(new EnvironmentDefaults(Map.of("PORT", " ")).defaultValue(PORT))
                .isNull();
    }

    @Test
    void defaultValue_ofOtherOptions_isAbsent() {
        OptionSpec open = OptionSpec.builder("--open").build();

        assertThat(new EnvironmentDefaults(Map.of("OPEN", "true")).defaultValue(open))
                .isNull();
    }
}
