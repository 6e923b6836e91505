package io.hjx.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the settings names each of them, and no other. */
class SettingsDocTest {

    @Test
    void page_namesEverySetting() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));

        for (Setting setting : Setting.values()) {
            assertThat(page).contains("| `" + setting.property() + "` | `" + setting.variable() + "` |");
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `hjx."))).hasSize(Setting.values().length);
    }
}
