package io.hjx.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The request header of that name, after RFC 9110 section 12.5.3. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** True where an answer may be compressed with gzip. */
    static boolean takesGzip(@Nullable String header) {
        return header != null
                && Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")).anyMatch(AcceptEncoding::isGzip);
    }

    private static boolean isGzip(String coding) {
        String[] parts = coding.split(";", -1);
        String name = parts[0].strip();
        boolean refused = parts.length > 1 && parts[1].strip().matches("q=0(\\.0*)?");
        return (name.equals("gzip") || name.equals("x-gzip")) && !refused;
    }
}
