package io.hjx.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may open a connection: those of the server itself, and those of the listed origins. Immutable.
 *
 * <p>Browsers send an {@code Origin} with every handshake and let any page try, cookies included; programs send none
 * and are let in. A page served over plain HTTP does not reach a server spoken to over TLS; the other way round is
 * fine, because a proxy may have taken the TLS off.
 */
public final class OriginPolicy {

    private static final Pattern LISTED =
            Pattern.compile("(https?)://((\\*\\.)?[a-z0-9][a-z0-9.-]*|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    private final boolean everybody;
    private final List<Pattern> listed;

    private OriginPolicy(boolean everybody, List<Pattern> listed) {
        this.everybody = everybody;
        this.listed = List.copyOf(listed);
    }

    /** The server's own pages alone. */
    public static OriginPolicy sameOrigin() {
        return new OriginPolicy(false, List.of());
    }

    /**
     * The server's own pages and those of these origins.
     *
     * @param origins {@code https://app.example.com}, {@code https://*.example.com} for every name below, or {@code *}
     * @throws IllegalArgumentException for anything else, with the entry
     */
    public static OriginPolicy of(List<String> origins) {
        List<Pattern> listed = new ArrayList<>();
        boolean everybody = false;
        for (String origin : origins) {
            if (origin.equals("*")) {
                everybody = true;
            } else if (LISTED.matcher(origin.toLowerCase(Locale.ROOT)).matches()) {
                listed.add(pattern(normal(origin)));
            } else {
                throw new IllegalArgumentException(
                        "`" + origin + "` is no origin; write it like https://app.example.com, without a path");
            }
        }
        return new OriginPolicy(everybody, listed);
    }

    /**
     * Says whether a handshake may go on.
     *
     * @param origin the {@code Origin} header; null where there is none
     * @param host the {@code Host} header
     * @param secure whether the request came over TLS
     */
    public boolean allows(@Nullable String origin, @Nullable String host, boolean secure) {
        if (origin == null || everybody) {
            return true;
        }
        String normal = normal(origin);
        if (!LISTED.matcher(normal).matches() || normal.contains("*")) {
            return false; // "null", a file, an extension
        }
        return isOwn(normal, host, secure)
                || listed.stream().anyMatch(entry -> entry.matcher(normal).matches());
    }

    private static boolean isOwn(String origin, @Nullable String host, boolean secure) {
        if (host == null || (secure && origin.startsWith("http:"))) {
            return false;
        }
        String scheme = origin.substring(0, origin.indexOf(':') + 3);
        return origin.equals(normal(scheme + host));
    }

    /** Lower case, without the port where it is the scheme's own. */
    private static String normal(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        try {
            int port = new URI(lower.replace("*.", "")).getPort();
            boolean usual = (port == 80 && lower.startsWith("http:")) || (port == 443 && lower.startsWith("https:"));
            return usual ? lower.substring(0, lower.lastIndexOf(':')) : lower;
        } catch (URISyntaxException notOne) {
            return lower;
        }
    }

    private static Pattern pattern(String origin) {
        String below = "[a-z0-9-]+(\\.[a-z0-9-]+)*\\.";
        int star = origin.indexOf("*.");
        return star < 0
                ? Pattern.compile(Pattern.quote(origin))
                : Pattern.compile(
                        Pattern.quote(origin.substring(0, star)) + below + Pattern.quote(origin.substring(star + 2)));
    }
}
