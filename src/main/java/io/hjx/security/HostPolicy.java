package io.hjx.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names under which the server answers. Immutable.
 *
 * <p>A page may have its own name lead to this machine (DNS rebinding): to the browser it is then of the same origin as
 * everything here. The name that it asked for gives it away. Addresses cannot be made to lead elsewhere, so that all of
 * them are fine where the server listens at all.
 */
public final class HostPolicy {

    private static final Pattern LISTED =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+(%\\w+)?]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+(%\\w+)?]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> EVERYWHERE = List.of("0.0.0.0", "[::]", "[0:0:0:0:0:0:0:0]");

    private final boolean any;
    private final List<String> listed;

    private HostPolicy(boolean any, List<String> listed) {
        this.any = any;
        this.listed = List.copyOf(listed);
    }

    /** Every name: who is in front of the server decides. */
    public static HostPolicy any() {
        return new HostPolicy(true, List.of());
    }

    /**
     * These names alone.
     *
     * @param hosts {@code app.example.com}, {@code *.example.com} for every name below, an address, {@code 0.0.0.0} for
     *     every address, or {@code *}
     * @throws IllegalArgumentException for anything else, with the entry
     */
    public static HostPolicy of(List<String> hosts) {
        List<String> listed = new ArrayList<>();
        for (String host : hosts) {
            String lower = host.toLowerCase(Locale.ROOT);
            if (!lower.equals("*") && !LISTED.matcher(lower).matches()) {
                throw new IllegalArgumentException(
                        "`" + host + "` is no host; write it like app.example.com, without a port");
            }
            listed.add(lower);
        }
        return new HostPolicy(listed.contains("*"), listed);
    }

    /** The names of the machine itself, and these. */
    public static HostPolicy local(List<String> more) {
        List<String> hosts = new ArrayList<>(LOCAL);
        hosts.addAll(more);
        return of(hosts);
    }

    /** Says whether the server answers under this name, written as in a URL or, for an address, without brackets. */
    public boolean allows(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String name = lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
        return any
                || listed.stream().anyMatch(entry -> matches(entry, name))
                || (ADDRESS.matcher(name).matches() && listed.stream().anyMatch(EVERYWHERE::contains));
    }

    /**
     * Says the same of what a request's {@code Host} header holds.
     *
     * @param authority a host, perhaps with a colon and a port behind it; null where the request has no such header
     */
    public boolean allowsAuthority(@Nullable String authority) {
        return authority != null && allows(PORT.matcher(authority).replaceFirst(""));
    }

    private static boolean matches(String entry, String name) {
        return entry.startsWith("*.")
                ? name.endsWith(entry.substring(1)) && name.length() >= entry.length()
                : entry.equals(name);
    }
}
