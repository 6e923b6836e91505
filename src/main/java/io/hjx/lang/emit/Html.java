package io.hjx.lang.emit;

import java.util.Set;

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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
    }

    /** Appends {@code name="value"}, or the bare name for an empty value. */
    static void attribute(StringBuilder out, String name, String value) {
        out.append(' ').append(name);
        if (value.isEmpty()) {
            return;
        }
        out.append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '<' -> out.append("&lt;");
                case '\r' -> out.append("&#13;");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
