package io.hjx.lang.emit;

/** Pieces of JavaScript source. */
final class JsText {

    private JsText() {}

    /** A string literal in double quotes. */
    static String string(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> escape(out, (char) c, '"'));
        return out.append('"').toString();
    }

    /** A text's characters as they stand in a template literal. */
    static String inTemplate(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '{') {
                out.append("\\$");
            } else if (c == '$' && i + 1 == text.length()) {
                out.append("\\$");
            } else {
                escape(out, c, '`');
            }
        }
        return out.toString();
    }

    private static void escape(StringBuilder out, char c, char quote) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c == quote) {
                    out.append('\\').append(c);
                } else if (c < 0x20 || c == 0x7f || c == '\u2028' || c == '\u2029' || isSpecial(c)) {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /** Halves of pairs, which may stand alone, and what marks places. */
    private static boolean isSpecial(char c) {
        return Character.isSurrogate(c) || c == Marker.OPEN || c == Marker.CLOSE;
    }

    /** A property's key: bare where that is allowed. */
    static String key(String name) {
        return name.matches("[A-Za-z_$][\\w$]*") ? name : string(name);
    }

    /** An expression as an operand: in parentheses unless it is a plain name, member or call. */
    static String operand(String expression) {
        String plain = Marker.strip(expression);
        return plain.matches("[\\w$]+(\\??\\.[\\w$]+)*(\\([\\w$., ]*\\))?") ? expression : "(" + expression + ")";
    }

    /** An expression as the body of an arrow function: an object in parentheses. */
    static String body(String expression) {
        return Marker.strip(expression).startsWith("{") ? "(" + expression + ")" : expression;
    }
}
