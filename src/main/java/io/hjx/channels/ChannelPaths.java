package io.hjx.channels;

import io.hjx.api.Channel;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which channel is at which path. Immutable. */
public final class ChannelPaths {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.-]+)+");

    /** The paths of ours, with all that is below them. */
    private static final Set<String> RESERVED = Set.of("/hjx", "/c", "/assets", "/admin", "/health", "/metrics");

    private final Map<String, Channel> channels;

    private ChannelPaths(Map<String, Channel> channels) {
        this.channels = channels;
    }

    /**
     * The channels of an application.
     *
     * @param channels as the application names them, for what is said of them
     * @param taken a path that is somebody else's already
     * @throws IllegalStateException where a path is malformed, reserved or taken twice; the message says which and why
     */
    public static ChannelPaths of(Collection<NamedChannel> channels, Predicate<String> taken) {
        Map<String, NamedChannel> byPath = new LinkedHashMap<>();
        for (NamedChannel named : channels) {
            String path = checked(named, taken);
            NamedChannel other = byPath.putIfAbsent(path, named);
            if (other != null) {
                throw new IllegalStateException("The channels " + other.name() + " and " + named.name()
                        + " have the same path, " + path + "; give one of them another.");
            }
        }
        Map<String, Channel> found = new LinkedHashMap<>();
        byPath.forEach((path, named) -> found.put(path, named.channel()));
        return new ChannelPaths(found);
    }

    private static String checked(NamedChannel named, Predicate<String> taken) {
        @Nullable String path = named.channel().path();
        if (path == null || !PATH.matcher(path).matches()) {
            throw new IllegalStateException("The channel " + named.name() + " has the path " + path
                    + "; a path is like /chat, of letters, digits and any of _ . -");
        }
        if (taken.test(path) || RESERVED.stream().anyMatch(ours -> path.equals(ours) || path.startsWith(ours + "/"))) {
            throw new IllegalStateException("The channel " + named.name() + " has the path " + path
                    + ", which HJX itself answers; give it another.");
        }
        return path;
    }

    /** The paths, in the order in which the channels were named. */
    public Set<String> all() {
        return channels.keySet();
    }

    @Nullable Channel find(String path) {
        return channels.get(path);
    }

    /**
     * A channel, and what to call it.
     *
     * @param name mostly its class
     */
    public record NamedChannel(String name, Channel channel) {}
}
