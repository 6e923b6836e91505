package io.hjx.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as plain Java: whole numbers that fit are {@code Long}, others {@code Double}. Confined to one thread;
 * each reads one text once. All methods throw {@link IllegalArgumentException} where the text is no JSON.
 */
final class JsonReader {

    private static final int MAX_DEPTH = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*+)(\\.\\d++)?+([eE][+-]?+\\d++)?+");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;
    private int depth;

    /** Is told each member of an object, when its value has been read. */
    private interface Members {
        void member(String name, @Nullable Object value, int begin);
    }

    JsonReader(String text) {
        this.text = text;
    }

    /** The value that the text is. */
    @Nullable Object document() {
        Object value = value();
        end();
        return value;
    }

    /** The members of the object that the text is, each as JSON text. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        space();
        object((name, value, begin) -> members.put(name, text.substring(begin, at)));
        end();
        return members;
    }

    private void end() {
        space();
        if (at < text.length()) {
            throw wrong("the end");
        }
    }

    private @Nullable Object value() {
        space();
        return switch (peek()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        object((name, value, begin) -> members.put(name, value));
        return members;
    }

    private void object(Members members) {
        deeper('{');
        while (!closes('}')) {
            String name = string();
            space();
            take(':');
            space();
            int begin = at;
            members.member(name, value(), begin);
            separate('}');
        }
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> items = new ArrayList<>();
        deeper('[');
        while (!closes(']')) {
            items.add(value());
            separate(']');
        }
        return items;
    }

    private void deeper(char opening) {
        take(opening);
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("The JSON is nested deeper than " + MAX_DEPTH + " levels.");
        }
        space();
    }

    private boolean closes(char closing) {
        if (peek() != closing) {
            return false;
        }
        at++;
        depth--;
        return true;
    }

    /** Behind a member or item: a comma and another one, or the end, which stays. */
    private void separate(char closing) {
        space();
        if (peek() != closing) {
            take(',');
            space();
            if (peek() == closing) {
                throw wrong("a value");
            }
        }
    }

    private String string() {
        take('"');
        StringBuilder string = new StringBuilder();
        for (char unit = peek(); unit != '"'; unit = peek()) {
            if (unit < ' ') {
                throw wrong("the end of a text");
            }
            at++;
            string.append(unit == '\\' ? escaped() : unit);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char escape = peek();
        at++;
        if (escape != 'u') {
            int known = ESCAPES.indexOf(escape);
            if (known < 0) {
                throw wrong("an escape");
            }
            return ESCAPED.charAt(known);
        }
        int code = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw wrong("a digit");
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Object number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw wrong("a value");
        }
        at = number.end();
        if (number.group(1) == null && number.group(2) == null) {
            try {
                return Long.valueOf(number.group());
            } catch (NumberFormatException tooLong) {
                return Double.valueOf(number.group());
            }
        }
        return Double.valueOf(number.group());
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return value;
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw wrong("`" + wanted + "`");
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("No JSON: " + wanted + " was expected at character " + (at + 1) + ".");
    }
}
