package io.hjx.lang.value;

import java.math.BigDecimal;

/**
 * Prints numbers in a radix. The standard leaves the digits behind the point to the engine; these are the ones that V8
 * prints: as many as are needed to tell the number from its neighbors, the last one rounded. Whole numbers from 2^53 on
 * have all their digits, where engines differ from one another. Immutable.
 */
final class RadixFormat {

    private final int radix;

    RadixFormat(int radix) {
        this.radix = radix;
    }

    String format(double number) {
        double magnitude = Math.abs(number);
        double whole = Math.floor(magnitude);
        StringBuilder fraction = new StringBuilder();
        if (fraction(magnitude, magnitude - whole, fraction)) {
            whole++;
        }
        String text = whole(whole) + (fraction.length() == 0 ? "" : "." + fraction);
        return number < 0 ? "-" + text : text;
    }

    private String whole(double whole) {
        return new BigDecimal(whole).toBigInteger().toString(radix);
    }

    /** Appends the digits behind the point; returns true where rounding carries into the whole part. */
    private boolean fraction(double magnitude, double start, StringBuilder digits) {
        double rest = start;
        double delta = Math.max(Double.MIN_VALUE, 0.5 * (Math.nextUp(magnitude) - magnitude));
        while (rest >= delta) {
            rest *= radix;
            delta *= radix;
            int digit = (int) rest;
            digits.append(Character.forDigit(digit, radix));
            rest -= digit;
            boolean upper = rest > 0.5 || (rest == 0.5 && (digit & 1) == 1);
            if (upper && rest + delta > 1) {
                return carry(digits);
            }
        }
        return false;
    }

    private boolean carry(StringBuilder digits) {
        for (int last = digits.length() - 1; last >= 0; last--) {
            int digit = Character.digit(digits.charAt(last), radix) + 1;
            digits.setLength(last);
            if (digit < radix) {
                digits.append(Character.forDigit(digit, radix));
                return false;
            }
        }
        return true;
    }
}
