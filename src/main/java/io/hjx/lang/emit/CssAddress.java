package io.hjx.lang.emit;

import java.util.Locale;
import java.util.regex.Pattern;

/** Where an address in a style sheet leads, read as browsers read addresses. */
final class CssAddress {

    private static final Pattern DROPPED = Pattern.compile("[\\t\\n\\r\\f]|^[\\x00-\\x20]+");
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);

    private CssAddress() {}

    /** True where it may lead to another origin; {@code data:} holds its content and leads nowhere. */
    static boolean isForeign(String address) {
        String read = DROPPED.matcher(address).replaceAll("").replace('\\', '/').toLowerCase(Locale.ROOT);
        return read.startsWith("//") || (SCHEME.matcher(read).matches() && !read.startsWith("data:"));
    }
}
