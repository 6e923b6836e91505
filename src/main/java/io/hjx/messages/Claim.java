package io.hjx.messages;

import io.hjx.runtime.spi.Principal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source that a connection wants to be, and what speaks for it. Immutable.
 *
 * @param token the secret of an earlier connection; null where there is none
 * @param session the browser session's id, a secret; null where there is none
 */
public record Claim(
        String source,
        @Nullable String token,
        Principal principal,
        @Nullable String session) {

    /**
     * Letters, marks and digits of any script, so that names of people will do; nothing that a log or page trips over.
     */
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.:@+-]{1,128}");

    /** Whether this may be the name of a source. */
    public static boolean isSource(@Nullable String name) {
        return name != null && SOURCE.matcher(name).matches();
    }

    boolean hasToken(String secret) {
        return token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the secrets: it may come into a log. */
    @Override
    public String toString() {
        return "Claim[" + source + "]";
    }
}
