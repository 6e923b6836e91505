package io.hjx.cdi;

import io.hjx.runtime.spi.Conflation;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.security.HostPolicy;
import io.hjx.security.OriginPolicy;
import io.hjx.web.WebSettings;
import io.hjx.websocket.HjxEndpoint;
import io.hjx.websocket.SocketSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator has decided, checked. Immutable.
 *
 * @param development whether files are watched and limits are wide
 * @param components the directory of the components; null for that of the application
 * @param web what pages are told
 * @param live the bounds of the runtime
 * @param maxConnections the most connections
 * @param maxConnectionsPerAddress the most of one address; zero without such a limit
 */
record Settings(
        boolean development,
        @Nullable Path components,
        WebSettings web,
        RuntimeSettings live,
        OriginPolicy origins,
        HostPolicy hosts,
        int maxConnections,
        int maxConnectionsPerAddress,
        SocketSettings socket) {

    private static final int MILLION = 1_000_000;
    private static final Duration LONGEST_CONFLATION = Duration.ofMinutes(1);

    /** Reads and checks the settings of this deployment. */
    static Settings read(SettingSources sources) {
        sources.check();
        SettingsReader reader = new SettingsReader(sources);
        boolean development = development(reader);
        return new Settings(
                development,
                components(reader),
                WebSettings.of(development, reader.flag(Setting.GALLERY, development)),
                live(reader, development),
                origins(reader),
                hosts(reader, development),
                reader.count(Setting.MAX_CONNECTIONS, 10_000, 1, MILLION),
                reader.count(Setting.MAX_CONNECTIONS_PER_ADDRESS, development ? 0 : 200, 0, MILLION),
                new SocketSettings(
                        reader.text(Setting.COMPONENT), frameBytes(reader), reader.flag(Setting.QUIET_TYRUS, true)));
    }

    private static int frameBytes(SettingsReader reader) {
        int standard = RuntimeSettings.standard().traffic().frameBytes();
        return reader.count(Setting.MAX_FRAME, standard, 1024, HjxEndpoint.CEILING);
    }

    private static RuntimeSettings live(SettingsReader reader, boolean development) {
        RuntimeSettings standard = RuntimeSettings.standard();
        RuntimeSettings.Traffic traffic = standard.traffic();
        RuntimeSettings.State state = standard.state();
        return new RuntimeSettings(
                new RuntimeSettings.Traffic(
                        frameBytes(reader),
                        traffic.subscriptions(),
                        traffic.unacknowledged(),
                        reader.count(Setting.RATE, development ? 0 : traffic.eventsPerSecond(), 0, MILLION),
                        traffic.burst(),
                        traffic.queued(),
                        reader.duration(Setting.SEND_TIMEOUT, traffic.sendTimeout()),
                        reader.duration(Setting.HEARTBEAT, traffic.heartbeat()),
                        traffic.resumeWindow()),
                new RuntimeSettings.State(
                        reader.count(Setting.MAX_INSTANCES, state.instances(), 1, MILLION),
                        state.sharedBytes(),
                        state.localBytes(),
                        state.mailbox(),
                        state.history(),
                        state.broadcasts(),
                        reader.duration(Setting.IDLE, state.sharedIdle()),
                        reader.duration(Setting.IDLE_SESSION, state.sessionIdle())),
                conflation(reader),
                development);
    }

    /** An interval for all, intervals behind the names of components, or both. */
    private static Conflation conflation(SettingsReader reader) {
        Duration standard = Duration.ZERO;
        Map<String, Duration> components = new HashMap<>();
        for (String item : reader.list(Setting.CONFLATION)) {
            String[] pair = item.split("=", 2);
            Duration interval = SettingsReader.duration(pair[pair.length - 1].strip());
            if (interval == null || interval.compareTo(LONGEST_CONFLATION) > 0) {
                throw reader.wrong(Setting.CONFLATION, "a list like `50ms, Board=200ms`, of times up to a minute");
            }
            if (pair.length == 1) {
                standard = interval;
            } else {
                components.put(pair[0].strip(), interval);
            }
        }
        return new Conflation(standard, components);
    }

    private static boolean development(SettingsReader reader) {
        String mode = reader.text(Setting.MODE);
        if (mode == null) {
            return false;
        }
        return switch (mode) {
            case "dev" -> true;
            case "production" -> false;
            default -> throw reader.wrong(Setting.MODE, "dev or production");
        };
    }

    private static @Nullable Path components(SettingsReader reader) {
        String directory = reader.text(Setting.COMPONENTS);
        if (directory == null) {
            return null;
        }
        try {
            Path path = Path.of(directory).toAbsolutePath();
            if (Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException notOne) {
            throw reader.wrong(Setting.COMPONENTS, "a directory");
        }
        throw reader.wrong(Setting.COMPONENTS, "a directory that exists");
    }

    private static HostPolicy hosts(SettingsReader reader, boolean development) {
        List<String> hosts = reader.list(Setting.HOSTS);
        try {
            if (development) {
                return HostPolicy.local(hosts);
            }
            return hosts.isEmpty() ? HostPolicy.any() : HostPolicy.of(hosts);
        } catch (IllegalArgumentException malformed) {
            throw reader.wrong(Setting.HOSTS, "a list of hosts (" + malformed.getMessage() + ")");
        }
    }

    private static OriginPolicy origins(SettingsReader reader) {
        try {
            return OriginPolicy.of(reader.list(Setting.ORIGINS));
        } catch (IllegalArgumentException malformed) {
            throw reader.wrong(Setting.ORIGINS, "a list of origins (" + malformed.getMessage() + ")");
        }
    }
}
