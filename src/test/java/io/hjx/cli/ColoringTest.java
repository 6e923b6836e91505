package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.diagnostic.Palette;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColoringTest {

    @Test
    void palette_onTerminal_hasColors() {
        assertThat(Coloring.palette(true, Map.of("TERM", "xterm", "NO_COLOR", "")))
                .isEqualTo(Palette.ANSI);
    }

    @Test
    void palette_elsewhere_isPlain() {
        assertThat(Coloring.palette(false, Map.of())).isEqualTo(Palette.PLAIN);
    }

    @Test
    void palette_refused_isPlain() {
        assertThat(Coloring.palette(true, Map.of("NO_COLOR", "1"))).isEqualTo(Palette.PLAIN);
        assertThat(Coloring.palette(true, Map.of("TERM", "dumb"))).isEqualTo(Palette.PLAIN);
    }
}
