package io.hjx.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hjx.json.FrameBounds;
import io.hjx.messages.MessageSettings;
import io.hjx.runtime.spi.Conflation;
import io.hjx.runtime.spi.RuntimeSettings.Rate;
import io.hjx.runtime.spi.RuntimeSettings.State;
import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import io.hjx.security.HostPolicy;
import io.hjx.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void read_nothing_isTheDefaults() {
        Settings settings = Settings.read(sources(Map.of(), Map.of(), Map.of()));

        assertThat(settings.development()).isFalse();
        assertThat(settings.web().gallery()).isFalse();
        assertThat(settings.components()).isNull();
        assertThat(settings.maxConnections()).isEqualTo(10_000);
        assertThat(settings.maxConnectionsPerAddress()).isEqualTo(200);
        assertThat(settings.socket().frame().bytes()).isEqualTo(65_536);
    }

    @Test
    void read_encoding_isJsonOrCbor() {
        assertThat(encoding(Map.of())).isEqualTo(WebSettings.Encoding.JSON);
        assertThat(encoding(Map.of("hjx.encoding", "json"))).isEqualTo(WebSettings.Encoding.JSON);
        assertThat(encoding(Map.of("hjx.encoding", "cbor"))).isEqualTo(WebSettings.Encoding.CBOR);
        assertThatThrownBy(() -> encoding(Map.of("hjx.encoding", "CBOR")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("json or cbor");
    }

    private static WebSettings.Encoding encoding(Map<String, String> properties) {
        return Settings.read(sources(Map.of(), properties, Map.of())).web().encoding();
    }

    @Test
    void read_limits_eachReachesItsPlace() {
        Settings settings = Settings.read(sources(
                Map.of(),
                Map.ofEntries(
                        Map.entry("hjx.maxFrame", "2048"),
                        Map.entry("hjx.maxDepth", "5"),
                        Map.entry("hjx.maxWidth", "50"),
                        Map.entry("hjx.maxSubscriptions", "2"),
                        Map.entry("hjx.maxUnacknowledged", "3"),
                        Map.entry("hjx.rate", "4"),
                        Map.entry("hjx.burst", "6"),
                        Map.entry("hjx.ratePerUser", "7"),
                        Map.entry("hjx.burstPerUser", "8"),
                        Map.entry("hjx.maxQueued", "9"),
                        Map.entry("hjx.sendTimeout", "1s"),
                        Map.entry("hjx.heartbeat", "2s"),
                        Map.entry("hjx.helloTimeout", "3s"),
                        Map.entry("hjx.resumeWindow", "6m"),
                        Map.entry("hjx.maxInstances", "10"),
                        Map.entry("hjx.maxState", "1024"),
                        Map.entry("hjx.maxLocal", "1025"),
                        Map.entry("hjx.maxWaiting", "11"),
                        Map.entry("hjx.history", "12"),
                        Map.entry("hjx.idle", "4s"),
                        Map.entry("hjx.idleSession", "5s"),
                        Map.entry("hjx.maxSteps", "1000")),
                Map.of()));

        assertThat(settings.socket().frame()).isEqualTo(new FrameBounds(2048, 5, 50));
        assertThat(settings.live().traffic())
                .isEqualTo(new Traffic(
                        2048,
                        2,
                        3,
                        new Rate(4, 6),
                        new Rate(7, 8),
                        9,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofMinutes(6)));
        assertThat(settings.live().state())
                .isEqualTo(new State(10, 1024, 1025, 11, 12, 64, Duration.ofSeconds(4), Duration.ofSeconds(5)));
        assertThat(settings.live().steps()).isEqualTo(1000);
    }

    @Test
    void read_messages_eachReachesItsPlace() {
        MessageChoices standard =
                Settings.read(sources(Map.of(), Map.of(), Map.of())).messages();
        assertThat(standard.path()).isEqualTo("/messages");
        assertThat(standard.example()).isTrue();

        Settings given = Settings.read(sources(
                Map.of(),
                Map.of(
                        "hjx.messagePath", "/ws/talk",
                        "hjx.maxUnansweredMessages", "2",
                        "hjx.maxRememberedMessages", "3",
                        "hjx.messageExample", "false",
                        "hjx.rate", "4"),
                Map.of()));
        assertThat(given.messages())
                .isEqualTo(new MessageChoices(
                        "/ws/talk", new MessageSettings(given.live().traffic(), 2, 3), false));
    }

    @Test
    void read_limitsInDevelopment_nobodyIsTooFast() {
        Traffic traffic = Settings.read(sources(Map.of(), Map.of("hjx.mode", "dev"), Map.of()))
                .live()
                .traffic();

        assertThat(traffic.client().perSecond()).isZero();
        assertThat(traffic.user().perSecond()).isZero();
    }

    @Test
    void read_development_isWide(@TempDir Path directory) {
        Settings settings = Settings.read(
                sources(Map.of(), Map.of("hjx.mode", "dev", "hjx.components", directory.toString()), Map.of()));

        assertThat(settings.development()).isTrue();
        assertThat(settings.web().gallery()).isTrue();
        assertThat(settings.maxConnectionsPerAddress()).isZero();
        assertThat(settings.components()).isEqualTo(directory);
    }

    @Test
    void read_hosts_localInDevelopmentAllElsewhereUnlessListed() {
        assertThat(hosts(Map.of()).allows("app.example.com")).isTrue();
        assertThat(hosts(Map.of("hjx.hosts", "app.example.com")).allows("other.example"))
                .isFalse();
        var development = hosts(Map.of("hjx.mode", "dev", "hjx.hosts", "my.box"));
        assertThat(development.allows("localhost")).isTrue();
        assertThat(development.allows("my.box")).isTrue();
        assertThat(development.allows("evil.example")).isFalse();
    }

    @Test
    void read_wrongHost_isNamed() {
        assertThatThrownBy(() -> hosts(Map.of("hjx.hosts", "a:1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("The system property hjx.hosts must be a list of hosts (`a:1` is no host;");
    }

    @Test
    void read_conflation_forAllAndForSome() {
        Conflation conflation = conflation("50ms, Board=200ms, Chart = 1s");

        assertThat(conflation.of("Todo")).isEqualTo(Duration.ofMillis(50));
        assertThat(conflation.of("Board")).isEqualTo(Duration.ofMillis(200));
        assertThat(conflation.of("Chart")).isEqualTo(Duration.ofSeconds(1));
        assertThat(conflation("Board=200ms").of("Todo")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"soon", "Board=", "Board=soon", "2m", "Board:1s"})
    void read_wrongConflation_isRefused(String value) {
        assertThatThrownBy(() -> conflation(value))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("The system property hjx.conflation must be a list like `50ms, Board=200ms`");
    }

    private static Conflation conflation(String value) {
        return Settings.read(sources(Map.of(), Map.of("hjx.conflation", value), Map.of()))
                .live()
                .conflation();
    }

    private static HostPolicy hosts(Map<String, String> properties) {
        return Settings.read(sources(Map.of(), properties, Map.of())).hosts();
    }

    @Test
    void read_entryBeforePropertyBeforeVariable() {
        Map<String, String> entry = Map.of("hjx.component", "A");
        Map<String, String> property = Map.of("hjx.component", "B");
        Map<String, String> variable = Map.of("HJX_COMPONENT", "C");

        assertThat(component(sources(entry, property, variable))).isEqualTo("A");
        assertThat(component(sources(Map.of(), property, variable))).isEqualTo("B");
        assertThat(component(sources(Map.of("hjx.component", " "), Map.of(), variable)))
                .isEqualTo("C");
    }

    @Test
    void read_component_isTheHomeInPlaceOfTheGallery() {
        Map<String, String> home = Map.of("hjx.component", "Home", "hjx.mode", "dev");
        var web = Settings.read(sources(Map.of(), home, Map.of())).web();
        assertThat(web.home()).isEqualTo("Home");
        assertThat(web.showsGallery()).isFalse();

        Map<String, String> both = Map.of("hjx.component", "Home", "hjx.gallery", "true");
        assertThat(Settings.read(sources(Map.of(), both, Map.of())).web().showsGallery())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hjx.maxConnections | many | must be a whole number from 1 to 1000000; it is `many`.",
                "hjx.maxConnections | 0 | must be a whole number from 1 to 1000000; it is `0`.",
                "hjx.maxUnacknowledged | 33 | must be a whole number from 1 to 32; it is `33`.",
                "hjx.maxDepth | 201 | must be a whole number from 4 to 200; it is `201`.",
                "hjx.helloTimeout | 10 | must be a time like 500ms, 30s, 10m or 24h; it is `10`.",
                "hjx.mode | test | must be dev or production; it is `test`.",
                "hjx.gallery | yes | must be true or false; it is `yes`.",
                "hjx.messageExample | yes | must be true or false; it is `yes`.",
                "hjx.messagePath | messages | must be a path like /messages, and not /hjx; it is `messages`.",
                "hjx.messagePath | /hjx | must be a path like /messages, and not /hjx; it is `/hjx`.",
                "hjx.messagePath | /a/{b} | must be a path like /messages, and not /hjx; it is `/a/{b}`.",
                "hjx.maxUnansweredMessages | 0 | must be a whole number from 1 to 1000000; it is `0`.",
                "hjx.heartbeat | soon | must be a time like 500ms, 30s, 10m or 24h; it is `soon`.",
                "hjx.components | /no/such/place | must be a directory that exists; it is `/no/such/place`.",
                "hjx.maxconnections | 1 | is no setting of HJX; write hjx.maxConnections.",
                "hjx.colour | red | is no setting of HJX; remove it or correct its name."
            })
    void read_wrong_isNamed(String name, String value, String fault) {
        assertThatThrownBy(() -> Settings.read(sources(Map.of(), Map.of(name, value), Map.of())))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The system property " + name + " " + fault);
    }

    @Test
    void read_wrongVariable_isNamed() {
        assertThatThrownBy(() -> Settings.read(sources(Map.of(), Map.of(), Map.of("HJX_ORIGINS", "example.com"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("The environment variable HJX_ORIGINS must be a list of origins")
                .hasMessageContaining("`example.com`");
    }

    @Test
    void read_unknownVariable_isOnlyAWarning() {
        assertThat(Settings.read(sources(Map.of(), Map.of(), Map.of("HJX_SERVICE_HOST", "10.0.0.1"))))
                .isNotNull();
    }

    @Test
    void variable_names_areThePropertiesInCapitals() {
        assertThat(Setting.MAX_CONNECTIONS_PER_ADDRESS.variable()).isEqualTo("HJX_MAX_CONNECTIONS_PER_ADDRESS");
        for (Setting setting : Setting.values()) {
            assertThat(setting.property().replaceAll("([A-Z])", "_$1").replace('.', '_'))
                    .isEqualToIgnoringCase(setting.variable());
        }
    }

    private static String component(SettingSources sources) {
        return Settings.read(sources).socket().defaultComponent();
    }

    private static SettingSources sources(
            Map<String, String> entries, Map<String, String> properties, Map<String, String> variables) {
        return new SettingSources(entries, properties, variables);
    }
}
