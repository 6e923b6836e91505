package io.hjx.lang.emit;

/** What the escapes in a CSS name, string or URL stand for. */
final class CssName {

    private static final int REPLACEMENT = 0xFFFD;

    private CssName() {}

    /** The text with its escapes resolved; an escaped line end vanishes, as in strings. */
    static String decode(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder decoded = new StringBuilder(raw.length());
        int at = 0;
        while (at < raw.length()) {
            char c = raw.charAt(at++);
            if (c != '\\' || at == raw.length()) {
                decoded.append(c);
            } else {
                at = escape(raw, at, decoded);
            }
        }
        return decoded.toString();
    }

    /** A text as a string in double quotes. */
    static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> {
            if (c < ' ' || c == 0x7f) {
                quoted.append('\\').append(Integer.toHexString(c)).append(' ');
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static int escape(String raw, int start, StringBuilder decoded) {
        int at = start;
        while (at < raw.length() && at - start < 6 && isHex(raw.charAt(at))) {
            at++;
        }
        if (at == start) {
            return literal(raw, start, decoded);
        }
        int code = Integer.parseInt(raw.substring(start, at), 16);
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        decoded.appendCodePoint(code == 0 || surrogate || !Character.isValidCodePoint(code) ? REPLACEMENT : code);
        if (raw.startsWith("\r\n", at)) {
            return at + 2;
        }
        return at < raw.length() && " \t\n\r\f".indexOf(raw.charAt(at)) >= 0 ? at + 1 : at;
    }

    private static int literal(String raw, int at, StringBuilder decoded) {
        if (raw.startsWith("\r\n", at)) {
            return at + 2;
        }
        if ("\n\r\f".indexOf(raw.charAt(at)) < 0) {
            decoded.append(raw.charAt(at));
        }
        return at + 1;
    }

    static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
