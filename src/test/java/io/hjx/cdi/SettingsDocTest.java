package io.hjx.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.json.FrameBounds;
import io.hjx.messages.MessageSettings;
import io.hjx.runtime.spi.RuntimeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page about the settings names each of them, and no other. */
class SettingsDocTest {

    @Test
    void page_tellsTheDefaultsOfLimits() throws IOException {
        List<String> page = Files.readAllLines(Path.of("docs/settings.md"));
        FrameBounds frame = FrameBounds.standard();
        RuntimeSettings live = RuntimeSettings.standard();

        assertThat(Map.ofEntries(
                        Map.entry(Setting.MAX_FRAME, frame.bytes()),
                        Map.entry(Setting.MAX_DEPTH, frame.depth()),
                        Map.entry(Setting.MAX_WIDTH, frame.width()),
                        Map.entry(Setting.MAX_SUBSCRIPTIONS, live.traffic().subscriptions()),
                        Map.entry(Setting.MAX_UNACKNOWLEDGED, live.traffic().unacknowledged()),
                        Map.entry(Setting.MAX_QUEUED, live.traffic().queued()),
                        Map.entry(Setting.RATE, live.traffic().client().perSecond()),
                        Map.entry(Setting.BURST, live.traffic().client().burst()),
                        Map.entry(Setting.RATE_PER_USER, live.traffic().user().perSecond()),
                        Map.entry(Setting.BURST_PER_USER, live.traffic().user().burst()),
                        Map.entry(Setting.MAX_INSTANCES, live.state().instances()),
                        Map.entry(Setting.MAX_WAITING, live.state().mailbox()),
                        Map.entry(Setting.MAX_STATE, live.state().sharedBytes()),
                        Map.entry(Setting.MAX_LOCAL, live.state().localBytes()),
                        Map.entry(Setting.HISTORY, live.state().history()),
                        Map.entry(
                                Setting.MAX_UNANSWERED_MESSAGES,
                                MessageSettings.of(live.traffic()).unanswered()),
                        Map.entry(
                                Setting.MAX_REMEMBERED_MESSAGES,
                                MessageSettings.of(live.traffic()).remembered()),
                        Map.entry(Setting.MAX_STEPS, live.steps())))
                .allSatisfy((setting, number) -> assertThat(page)
                        .filteredOn(line -> line.startsWith("| `" + setting.property() + "` |"))
                        .singleElement()
                        .asString()
                        .endsWith("| " + number + " |"));
    }

    /** The setting is named beside the limit that it changes. */
    @Test
    void protocol_namesEveryLimit() throws IOException {
        String page = Files.readString(Path.of("docs/protocol.md"));

        assertThat(EnumSet.range(Setting.MAX_CONNECTIONS, Setting.SEND_TIMEOUT))
                .allSatisfy(setting -> assertThat(page).contains("`" + setting.property() + "`"));
    }

    @Test
    void page_namesEverySetting() throws IOException {
        String page = Files.readString(Path.of("docs/settings.md"));

        for (Setting setting : Setting.values()) {
            assertThat(page).contains("| `" + setting.property() + "` | `" + setting.variable() + "` |");
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `hjx."))).hasSize(Setting.values().length);
    }
}
