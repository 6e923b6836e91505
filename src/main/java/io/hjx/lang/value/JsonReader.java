package io.hjx.lang.value;

/** Reads one JSON text; of equal keys the last one counts. Confined to one thread, for one text. */
class JsonReader {

    /** So many digits are below 2^53: a double counts them exactly. */
    private static final int EXACT_DIGITS = 15;

    private final String text;
    private final int maxDepth;
    private int position;
    private int depth;

    JsonReader(String text, int maxDepth) {
        this.text = text;
        this.maxDepth = maxDepth;
    }

    final Value read() {
        Value value = value();
        if (peek() != '\0' || position < text.length()) {
            throw unexpected();
        }
        return value;
    }

    private Value value() {
        char c = peek();
        return switch (c) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> new StringValue(string());
            case 't' -> word("true", BooleanValue.TRUE);
            case 'f' -> word("false", BooleanValue.FALSE);
            case 'n' -> word("null", NullValue.NULL);
            default -> number();
        };
    }

    private Value object() {
        ObjectValue.Builder builder = new ObjectValue.Builder(4);
        int members = 0;
        enter();
        if (!accept('}')) {
            do {
                if (peek() != '"') {
                    throw unexpected();
                }
                member(++members);
                String key = string();
                expect(':');
                property(builder, key);
                builder.put(key, value());
            } while (accept(','));
            expect('}');
        }
        depth--;
        return builder.build();
    }

    private Value list() {
        ListValue.Builder builder = new ListValue.Builder(8);
        int items = 0;
        enter();
        if (!accept(']')) {
            do {
                member(++items);
                builder.add(value());
            } while (accept(','));
            expect(']');
        }
        depth--;
        return builder.build();
    }

    private void enter() {
        position++;
        if (++depth > maxDepth) {
            throw new JsonException(
                    JsonException.Fault.TOO_DEEP, "the JSON text nests too deeply at offset " + position);
        }
    }

    /** A key has been read, whose value comes next. */
    void property(ObjectValue.Builder object, String key) {}

    /** A member of a list or an object comes next; {@code count} says which, from 1. */
    void member(int count) {}

    private Value word(String word, Value value) {
        if (!text.startsWith(word, position)) {
            throw unexpected();
        }
        position += word.length();
        return value;
    }

    private Value number() {
        int start = position;
        skip('-');
        if (!skip('0')) {
            digits();
        }
        boolean isShort = position - start <= EXACT_DIGITS && text.charAt(start) != '-';
        if (skip('.')) {
            isShort = false;
            digits();
        }
        if (skip('e') || skip('E')) {
            isShort = false;
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
        return NumberValue.of(isShort ? whole(start) : Double.parseDouble(text.substring(start, position)));
    }

    /** The number of the digits from there up to here. */
    private double whole(int start) {
        long number = 0;
        for (int i = start; i < position; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private void digits() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (position == start) {
            throw unexpected();
        }
    }

    private String string() {
        position++;
        int plain = position;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain < text.length() && text.charAt(plain) == '"') {
            String whole = text.substring(position, plain);
            position = plain + 1;
            return whole;
        }
        StringBuilder value = new StringBuilder(text.substring(position, plain));
        position = plain;
        while (!skip('"')) {
            if (position >= text.length() || text.charAt(position) < ' ') {
                throw unexpected();
            }
            char c = text.charAt(position++);
            value.append(c == '\\' ? escape() : c);
        }
        return value.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\';
    }

    private char escape() {
        char c = position < text.length() ? text.charAt(position) : '\0';
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> {
                position--;
                throw unexpected();
            }
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = position < text.length() && text.charAt(position) < 128
                    ? Character.digit(text.charAt(position), 16)
                    : -1;
            if (digit < 0) {
                throw unexpected();
            }
            code = code * 16 + digit;
            position++;
        }
        return (char) code;
    }

    private boolean skip(char c) {
        boolean found = position < text.length() && text.charAt(position) == c;
        position += found ? 1 : 0;
        return found;
    }

    private boolean accept(char c) {
        boolean found = peek() == c;
        position += found ? 1 : 0;
        return found;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw unexpected();
        }
    }

    /** The next character that is not blank, still to be taken; NUL at the end. */
    private char peek() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private JsonException unexpected() {
        String what = position < text.length() ? "unexpected character" : "unexpected end";
        return new JsonException(
                JsonException.Fault.NOT_JSON, "the text is not JSON: " + what + " at offset " + position);
    }
}
