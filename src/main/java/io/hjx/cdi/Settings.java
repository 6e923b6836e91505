package io.hjx.cdi;

import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.security.HostPolicy;
import io.hjx.security.OriginPolicy;
import io.hjx.web.WebSettings;
import io.hjx.websocket.SocketSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator has decided, checked. Immutable.
 *
 * @param development whether files are watched and limits are wide
 * @param components the directory of the components; null for that of the application
 * @param web what pages are told
 * @param live the bounds of the runtime
 * @param messages what concerns the message server
 * @param handlers what concerns components in Java
 * @param chatExample whether the chat room is there where the application has no channel at its path
 * @param maxConnections the most connections
 * @param maxConnectionsPerAddress the most of one address; zero without such a limit
 */
record Settings(
        boolean development,
        @Nullable Path components,
        WebSettings web,
        RuntimeSettings live,
        MessageChoices messages,
        HandlerChoices handlers,
        boolean chatExample,
        OriginPolicy origins,
        HostPolicy hosts,
        int maxConnections,
        int maxConnectionsPerAddress,
        SocketSettings socket) {

    private static final int MILLION = 1_000_000;

    /** Reads and checks the settings of this deployment. */
    static Settings read(SettingSources sources) {
        sources.check();
        SettingsReader reader = new SettingsReader(sources);
        boolean development = development(reader);
        RuntimeSettings live = LiveSettings.read(reader, development);
        return new Settings(
                development,
                components(reader),
                web(reader, development),
                live,
                MessageChoices.read(reader, live.traffic()),
                HandlerChoices.read(reader),
                reader.flag(Setting.CHAT_EXAMPLE, ExamplesThere.CHAT),
                origins(reader),
                hosts(reader, development),
                reader.count(Setting.MAX_CONNECTIONS, 10_000, 1, MILLION),
                reader.count(Setting.MAX_CONNECTIONS_PER_ADDRESS, development ? 0 : 200, 0, MILLION),
                new SocketSettings(
                        reader.text(Setting.COMPONENT),
                        LiveSettings.frame(reader),
                        reader.flag(Setting.QUIET_TYRUS, true)));
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

    /** A component that the application names is its home, and takes the gallery's place while developing, too. */
    private static WebSettings web(SettingsReader reader, boolean development) {
        String home = reader.text(Setting.COMPONENT);
        boolean gallery = reader.flag(Setting.GALLERY, development && home == null);
        return WebSettings.of(development, gallery).with(encoding(reader)).withHome(home);
    }

    private static WebSettings.Encoding encoding(SettingsReader reader) {
        String encoding = reader.text(Setting.ENCODING);
        return switch (encoding == null ? "json" : encoding) {
            case "json" -> WebSettings.Encoding.JSON;
            case "cbor" -> WebSettings.Encoding.CBOR;
            default -> throw reader.wrong(Setting.ENCODING, "json or cbor");
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
