package io.hjx.lang.parse;

import static io.hjx.lang.diagnostic.DiagnosticCode.INVALID_LITERAL;
import static io.hjx.lang.diagnostic.DiagnosticCode.UNCLOSED_LITERAL;

import io.hjx.lang.parse.ExpressionToken.Fault;
import io.hjx.lang.parse.ExpressionToken.Kind;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers, strings and the texts of template literals as JavaScript (in strict mode) does. Used once a literal.
 */
final class ExpressionLiterals {

    /** More digits than this, in any radix above one, are beyond the largest double. */
    private static final int MOST_DIGITS = 1100;

    /** So many digits always fit in an {@code int}. */
    private static final int MOST_INT_DIGITS = 9;

    private final String text;
    private final int limit;
    private int position;
    private @Nullable Fault fault;

    ExpressionLiterals(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** A stretch of a template literal. */
    record Chunk(
            String text, int end, boolean last, @Nullable Fault fault) {}

    ExpressionToken number(int start) {
        position = start;
        int radix = radix();
        double value = radix == 10 ? decimal(start) : whole(radix);
        if (at(position) == 'n') {
            fault("number", "write it without the `n`: numbers are doubles");
        }
        while (position < limit && ExpressionLexer.isNamePart(text.codePointAt(position))) {
            position += Character.charCount(text.codePointAt(position));
            fault("number", "a number ends where a name begins: put a space or an operator between them");
        }
        return new ExpressionToken(Kind.NUMBER, start, position, "", value, fault);
    }

    private int radix() {
        if (at(position) != '0') {
            return 10;
        }
        return switch (at(position + 1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }

    private double decimal(int start) {
        int whole = digits(10);
        if (position - start > 1 && at(start) == '0') {
            fault("number", "leave out the leading zero, or write `0o` for an octal number");
        }
        if (at(position) == '.') {
            position++;
            if (ExpressionLexer.isDigit(at(position))) {
                digits(10);
            }
        }
        exponent();
        if (fault != null) {
            return 0;
        }
        // Most numbers are short whole ones, which need none of the care that fractions need
        return position - start == whole && whole <= MOST_INT_DIGITS
                ? Integer.parseInt(text, start, position, 10)
                : Double.parseDouble(text.substring(start, position).replace("_", ""));
    }

    private void exponent() {
        if (at(position) != 'e' && at(position) != 'E') {
            return;
        }
        position++;
        if (at(position) == '+' || at(position) == '-') {
            position++;
        }
        if (digits(10) == 0) {
            fault("number", "the exponent has no digits");
        }
    }

    private double whole(int radix) {
        position += 2;
        int start = position;
        if (digits(radix) == 0) {
            fault("number", "digits are missing");
        }
        if (fault != null) {
            return 0;
        }
        String digits = text.substring(start, position).replace("_", "").replaceFirst("^0+(?=.)", "");
        return digits.length() > MOST_DIGITS ? Double.POSITIVE_INFINITY : new BigInteger(digits, radix).doubleValue();
    }

    /** Takes digits with single `_` between them; returns how many digits. */
    private int digits(int radix) {
        int count = 0;
        while (isDigit(at(position), radix) || at(position) == '_') {
            if (at(position) == '_' && (count == 0 || !isDigit(at(position + 1), radix))) {
                fault("number", "`_` stands between digits");
            }
            count += at(position) == '_' ? 0 : 1;
            position++;
        }
        return count;
    }

    private static boolean isDigit(char c, int radix) {
        return c < 128 && Character.digit(c, radix) >= 0;
    }

    ExpressionToken string(int start) {
        char quote = text.charAt(start);
        StringBuilder value = new StringBuilder();
        position = start + 1;
        while (at(position) != quote || position >= limit) {
            if (position >= limit || text.charAt(position) == '\n') {
                fault = new Fault(UNCLOSED_LITERAL, "string", "add a " + quote + " at its end");
                return new ExpressionToken(Kind.STRING, start, position, value.toString(), 0, fault);
            }
            character(value);
        }
        return new ExpressionToken(Kind.STRING, start, position + 1, value.toString(), 0, fault);
    }

    /** Reads a template literal's text up to its end or the next <code>${</code>. */
    Chunk chunk(int start) {
        StringBuilder value = new StringBuilder();
        position = start;
        while (position < limit) {
            char c = text.charAt(position);
            if (c == '`') {
                return new Chunk(value.toString(), position + 1, true, fault);
            }
            if (c == '$' && at(position + 1) == '{') {
                return new Chunk(value.toString(), position + 2, false, fault);
            }
            if (c == '\r' && at(position + 1) == '\n') {
                position++;
            }
            character(value);
        }
        Fault open = new Fault(UNCLOSED_LITERAL, "template literal", "add a ` at its end");
        return new Chunk(value.toString(), limit, true, open);
    }

    /** Reads the character or escape at an offset; returns the offset behind it. A first fault is kept. */
    int character(int start, StringBuilder value) {
        position = start;
        character(value);
        return position;
    }

    /** The first fault so far, or null. */
    @Nullable Fault fault() {
        return fault;
    }

    private void character(StringBuilder value) {
        char c = text.charAt(position++);
        if (c == '\\' && position < limit) {
            escape(value);
        } else {
            value.append(c);
        }
    }

    private void escape(StringBuilder value) {
        char c = text.charAt(position++);
        switch (c) {
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'r' -> value.append('\r');
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'v' -> value.append('\u000B');
            case 'x' -> hex(value, 2);
            case 'u' -> unicode(value);
            case '\n', '\u2028', '\u2029' -> {} // the string goes on in the next line
            case '\r' -> position += at(position) == '\n' ? 1 : 0;
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> nul(value, c);
            default -> value.append(c);
        }
    }

    private void nul(StringBuilder value, char digit) {
        if (digit != '0' || ExpressionLexer.isDigit(at(position))) {
            fault("escape `\\" + digit + "`", "write `\\x` and two hexadecimal digits");
        }
        value.append('\0');
    }

    private void unicode(StringBuilder value) {
        if (at(position) != '{') {
            hex(value, 4);
            return;
        }
        int end = text.indexOf('}', position);
        boolean fits = end > position + 1 && end <= position + 12 && end < limit;
        int code = fits ? parseHex(text.substring(position + 1, end)) : -1;
        if (code < 0 || code > Character.MAX_CODE_POINT) {
            fault("escape `\\u{`", "write a code point from 0 to 10FFFF between the braces");
            return;
        }
        value.appendCodePoint(code);
        position = end + 1;
    }

    private void hex(StringBuilder value, int length) {
        int end = position + length;
        int code = end <= limit ? parseHex(text.substring(position, end)) : -1;
        if (code < 0) {
            String escape = length == 2 ? "\\x" : "\\u";
            fault("escape `" + escape + "`", length + " hexadecimal digits stand behind `" + escape + "`");
            return;
        }
        value.append((char) code);
        position = end;
    }

    private static int parseHex(String digits) {
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (!isDigit(digits.charAt(i), 16) || code > Character.MAX_CODE_POINT) {
                return -1;
            }
            code = code * 16 + Character.digit(digits.charAt(i), 16);
        }
        return code;
    }

    private void fault(String what, String help) {
        if (fault == null) {
            fault = new Fault(INVALID_LITERAL, what, help);
        }
    }

    private char at(int offset) {
        return offset < limit ? text.charAt(offset) : '\0';
    }
}
