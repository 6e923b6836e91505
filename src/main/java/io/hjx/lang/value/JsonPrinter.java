package io.hjx.lang.value;

/** Writes one value as JSON. Confined to one thread, for one value. */
final class JsonPrinter {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text;
    private final String indent;
    private int level;

    JsonPrinter(StringBuilder text, String indent) {
        this.text = text;
        this.indent = indent;
    }

    void print(Value value) {
        if (value instanceof StringValue string) {
            quote(string.value());
        } else if (value instanceof NumberValue number) {
            number(number.value());
        } else if (value instanceof BooleanValue bool) {
            text.append(bool.value());
        } else if (value instanceof ListValue list) {
            list(list);
        } else if (value instanceof ObjectValue object) {
            object(object);
        } else {
            text.append("null");
        }
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            text.append("null");
        } else {
            NumberFormat.format(number, text);
        }
    }

    private void list(ListValue list) {
        text.append('[');
        level++;
        for (int i = 0; i < list.size(); i++) {
            separate(i > 0);
            print(list.get(i));
        }
        close(list.size() > 0, ']');
    }

    private void object(ObjectValue object) {
        text.append('{');
        level++;
        boolean any = false;
        for (int i = 0; i < object.size(); i++) {
            if (Json.isAbsent(object.value(i))) {
                continue;
            }
            separate(any);
            any = true;
            quote(object.key(i));
            text.append(indent.isEmpty() ? ":" : ": ");
            print(object.value(i));
        }
        close(any, '}');
    }

    private void separate(boolean comma) {
        if (comma) {
            text.append(',');
        }
        newLine();
    }

    private void close(boolean any, char bracket) {
        level--;
        if (any) {
            newLine();
        }
        text.append(bracket);
    }

    private void newLine() {
        if (!indent.isEmpty()) {
            text.append('\n').append(indent.repeat(level));
        }
    }

    void quote(String string) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            boolean special = c < ' ' || c == '"' || c == '\\';
            if (special || (Character.isSurrogate(c) && isLone(string, i))) {
                text.append(string, written, i);
                written = i + 1;
                escape(c);
            }
        }
        text.append(string, written, string.length()).append('"');
    }

    /** A surrogate without its other half would not survive UTF-8. */
    private static boolean isLone(String string, int i) {
        return Character.isHighSurrogate(string.charAt(i))
                ? i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(string.charAt(i - 1));
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> unicode(c);
        }
    }

    private void unicode(char c) {
        text.append("\\u")
                .append(HEX[c >> 12])
                .append(HEX[c >> 8 & 15])
                .append(HEX[c >> 4 & 15])
                .append(HEX[c & 15]);
    }
}
