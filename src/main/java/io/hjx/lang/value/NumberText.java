package io.hjx.lang.value;

import java.math.BigInteger;

/** Reads numbers from texts as ECMAScript's StringToNumber, {@code parseFloat} and {@code parseInt} do. Stateless. */
public final class NumberText {

    /** More digits than this, in any radix, are beyond the largest double. */
    private static final int MOST_DIGITS = 1100;

    private NumberText() {}

    /** The number that the whole text is, blanks around it aside; the empty text is 0. */
    public static double parse(String text) {
        String trimmed = trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        int radix = prefixedRadix(trimmed);
        if (radix > 0) {
            String digits = trimmed.substring(2);
            return digits.isEmpty() || digits(digits, radix) < digits.length() ? Double.NaN : whole(digits, radix);
        }
        int end = decimalEnd(trimmed);
        return end == trimmed.length() ? decimal(trimmed) : Double.NaN;
    }

    /** {@code parseFloat}: the longest decimal that the text begins with. */
    public static double parseFloat(String text) {
        String trimmed = trim(text);
        return decimal(trimmed.substring(0, decimalEnd(trimmed)));
    }

    /**
     * {@code parseInt}.
     *
     * @param wanted the radix, 0 for 10 or what a {@code 0x} says
     */
    public static double parseInt(String text, int wanted) {
        String rest = trim(text);
        boolean negative = rest.startsWith("-");
        if (negative || rest.startsWith("+")) {
            rest = rest.substring(1);
        }
        int radix = wanted == 0 ? 10 : wanted;
        if (radix < 2 || radix > 36) {
            return Double.NaN;
        }
        if ((wanted == 0 || wanted == 16) && prefixedRadix(rest) == 16) {
            radix = 16;
            rest = rest.substring(2);
        }
        int end = digits(rest, radix);
        double number = end == 0 ? Double.NaN : whole(rest.substring(0, end), radix);
        return negative ? -number : number;
    }

    private static int prefixedRadix(String text) {
        if (text.length() < 2 || text.charAt(0) != '0') {
            return 0;
        }
        return switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 0;
        };
    }

    private static int digits(String text, int radix) {
        int end = 0;
        while (end < text.length() && text.charAt(end) < 128 && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        return end;
    }

    private static double whole(String digits, int radix) {
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        if (digits.length() - zeros > MOST_DIGITS) {
            return Double.POSITIVE_INFINITY;
        }
        return new BigInteger(digits.substring(zeros), radix).doubleValue();
    }

    /** Where the decimal that a text begins with ends; 0 where it begins with none. */
    private static int decimalEnd(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        if (text.startsWith("Infinity", start)) {
            return start + 8;
        }
        int whole = skipDigits(text, start);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = skipDigits(text, end + 1);
        }
        boolean anyDigit = whole > start || end > whole + 1;
        return anyDigit ? exponentEnd(text, end) : 0;
    }

    private static int exponentEnd(String text, int start) {
        if (start >= text.length() || (text.charAt(start) | 0x20) != 'e') {
            return start;
        }
        int digits = start + 1;
        if (digits < text.length() && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
            digits++;
        }
        int end = skipDigits(text, digits);
        return end > digits ? end : start;
    }

    private static int skipDigits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static double decimal(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    /** Takes away JavaScript's white space and line ends on both sides. */
    public static String trim(String text) {
        return trimEnd(trimStart(text));
    }

    public static String trimStart(String text) {
        int start = 0;
        while (start < text.length() && isBlank(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }

    public static String trimEnd(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(char c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= 0x80 && (c == '\uFEFF' || c == '\u2028' || c == '\u2029' || isSpaceSeparator(c)));
    }

    private static boolean isSpaceSeparator(char c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
