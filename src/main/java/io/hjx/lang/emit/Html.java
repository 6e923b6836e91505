package io.hjx.lang.emit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What HTML's syntax says of elements and characters. */
final class Html {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private Html() {}

    static boolean isVoid(String tag) {
        return VOID.contains(tag);
    }

    /** Appends text so that a parser reads exactly these characters. */
    static void text(StringBuilder out, String text) {
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            String escape = inText(text.charAt(i));
            if (escape != null) {
                out.append(text, copied, i).append(escape);
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length());
    }

    private static @Nullable String inText(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            default -> null;
        };
    }

    /** Appends {@code name="value"}, or the bare name for an empty value. */
    static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name);
        if (value.isEmpty()) {
            return;
        }
        out.append("=\"");
        int copied = 0;
        for (int i = 0; i < value.length(); i++) {
            String escape = inAttribute(value.charAt(i));
            if (escape != null) {
                out.append(value, copied, i).append(escape);
                copied = i + 1;
            }
        }
        out.append(value, copied, value.length()).append('"');
    }

    private static @Nullable String inAttribute(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '"' -> "&quot;";
            case '<' -> "&lt;";
            case '\r' -> "&#13;";
            default -> null;
        };
    }
}
