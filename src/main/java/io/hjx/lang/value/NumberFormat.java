package io.hjx.lang.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Prints numbers as ECMAScript does (section "Number::toString" and Number.prototype). Stateless, thread-safe. */
public final class NumberFormat {

    private static final double LARGEST_PLAIN = 1e21;
    private static final double EXACT_WHOLE = 1L << 53;

    private NumberFormat() {}

    /** The shortest text that reads back as this number: {@code 0.1}, {@code 1e+21}, {@code NaN}. */
    public static String format(double number) {
        if (isWhole(number)) {
            return Long.toString((long) number);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return special(number);
        }
        ShortestDecimal decimal = ShortestDecimal.of(Math.abs(number));
        StringBuilder text = new StringBuilder(24);
        if (number < 0) {
            text.append('-');
        }
        return layOut(text, Long.toString(decimal.digits()), decimal.exponent()).toString();
    }

    /** Writes the same behind another text. */
    static void format(double number, StringBuilder text) {
        if (isWhole(number)) {
            text.append((long) number);
        } else {
            text.append(format(number));
        }
    }

    private static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < EXACT_WHOLE;
    }

    private static String special(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return number > 0 ? "Infinity" : "-Infinity";
    }

    private static StringBuilder layOut(StringBuilder text, String digits, int exponent) {
        int point = digits.length() + exponent;
        if (point > 21 || point < -5) {
            return scientific(text, digits, point - 1);
        }
        if (exponent >= 0) {
            return text.append(digits).append("0".repeat(exponent));
        }
        if (point <= 0) {
            return text.append("0.").append("0".repeat(-point)).append(digits);
        }
        return text.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }

    private static StringBuilder scientific(StringBuilder text, String digits, int exponent) {
        text.append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        return text.append(exponent < 0 ? "e-" : "e+").append(Math.abs(exponent));
    }

    /**
     * {@code toFixed}: exactly so many digits behind the point; ties go away from zero, as the standard has it.
     *
     * @param fractionDigits from 0 to 100
     */
    public static String fixed(double number, int fractionDigits) {
        if (Double.isNaN(number) || Math.abs(number) >= LARGEST_PLAIN) {
            return format(number);
        }
        String text = new BigDecimal(Math.abs(number))
                .setScale(fractionDigits, RoundingMode.HALF_UP)
                .toPlainString();
        return number < 0 ? "-" + text : text;
    }

    /**
     * {@code toExponential}.
     *
     * @param fractionDigits from 0 to 100, or -1 for as many as are needed
     */
    public static String exponential(double number, int fractionDigits) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return format(number);
        }
        StringBuilder text = new StringBuilder(number < 0 ? "-" : "");
        if (number == 0) {
            return scientific(text, "0".repeat(Math.max(1, fractionDigits + 1)), 0)
                    .toString();
        }
        if (fractionDigits < 0) {
            ShortestDecimal decimal = ShortestDecimal.of(Math.abs(number));
            String digits = Long.toString(decimal.digits());
            return scientific(text, digits, digits.length() - 1 + decimal.exponent())
                    .toString();
        }
        BigDecimal rounded = rounded(number, fractionDigits + 1);
        String digits = rounded.unscaledValue().toString();
        return scientific(text, digits, digits.length() - 1 - rounded.scale()).toString();
    }

    /**
     * {@code toPrecision}.
     *
     * @param precision the number of digits, from 1 to 100
     */
    public static String precision(double number, int precision) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return format(number);
        }
        if (number == 0) {
            return fixed(0, precision - 1);
        }
        BigDecimal rounded = rounded(number, precision);
        String digits = rounded.unscaledValue().toString();
        int exponent = precision - 1 - rounded.scale();
        StringBuilder text = new StringBuilder(number < 0 ? "-" : "");
        if (exponent < -6 || exponent >= precision) {
            return scientific(text, digits, exponent).toString();
        }
        return text.append(rounded.toPlainString()).toString();
    }

    /** The magnitude with exactly {@code precision} digits. */
    private static BigDecimal rounded(double number, int precision) {
        BigDecimal exact = new BigDecimal(Math.abs(number));
        BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_UP));
        return rounded.setScale(rounded.scale() + precision - rounded.precision(), RoundingMode.UNNECESSARY);
    }

    /** The digits of a number in another radix (2 to 36), in as many places as tell it from its neighbors. */
    public static String inRadix(double number, int radix) {
        if (radix == 10 || Double.isNaN(number) || Double.isInfinite(number)) {
            return format(number);
        }
        return new RadixFormat(radix).format(number);
    }
}
