package io.hjx.lang.value;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as a given double, and of several such the closest.
 *
 * <p>This is the Schubfach algorithm: Raffaello Giulietti, "The Schubfach way to render doubles" (2020), with the
 * variation that one-digit results are allowed, as ECMAScript's Number::toString wants them. The JDK has it from
 * version 19 on; earlier {@code Double.toString} is not always shortest. Immutable, thread-safe.
 *
 * @param digits the decimal digits as a whole number without trailing zeros
 * @param exponent the value is {@code digits * 10^exponent}
 */
record ShortestDecimal(long digits, int exponent) {

    private static final int FRACTION_BITS = 52;
    private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;
    private static final int MIN_Q = -1074;
    private static final int MIN_K = -324;
    private static final int MAX_K = 292;
    private static final long MASK_63 = Long.MAX_VALUE;

    /** {@code 10^-k} as 126 bits, rounded up: the upper 63 of them at even, the lower at odd positions. */
    private static final long[] POWERS = powers();

    private static long[] powers() {
        long[] powers = new long[2 * (MAX_K - MIN_K + 1)];
        for (int k = MIN_K; k <= MAX_K; k++) {
            BigInteger bits = leading126Bits(-k).add(BigInteger.ONE);
            powers[2 * (k - MIN_K)] = bits.shiftRight(63).longValueExact();
            powers[2 * (k - MIN_K) + 1] = bits.longValue() & MASK_63;
        }
        return powers;
    }

    private static BigInteger leading126Bits(int exponent) {
        BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
        int log = floorLog2Pow10(exponent);
        if (exponent >= 0) {
            return power.shiftLeft(125).shiftRight(log);
        }
        return BigInteger.ONE.shiftLeft(125 - log).divide(power);
    }

    /** The decimal of a positive, finite double. */
    static ShortestDecimal of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> FRACTION_BITS);
        long fraction = bits & (IMPLICIT_BIT - 1);
        ShortestDecimal found = biased == 0
                ? find(MIN_Q, fraction, false)
                : find(MIN_Q + biased - 1, fraction | IMPLICIT_BIT, fraction == 0 && biased > 1);
        return found.withoutTrailingZeros();
    }

    /** The decimal of {@code c * 2^q}; the gap below is half as wide as the one above where {@code irregular}. */
    private static ShortestDecimal find(int q, long c, boolean irregular) {
        int k = irregular ? floorLog10ThreeQuartersPow2(q) : floorLog10Pow2(q);
        int shift = q + floorLog2Pow10(-k) + 2;
        long high = POWERS[2 * (k - MIN_K)];
        long low = POWERS[2 * (k - MIN_K) + 1];
        long middle = roundToOdd(high, low, (c << 2) << shift);
        long lower = roundToOdd(high, low, ((c << 2) - (irregular ? 1 : 2)) << shift);
        long upper = roundToOdd(high, low, ((c << 2) + 2) << shift);
        // The ends of the interval read back as an even significand only
        return choose(middle, lower + (c & 1), upper - (c & 1), k);
    }

    /** Chooses among the decimals in the interval; the three are in quarters of {@code 10^k}. */
    private static ShortestDecimal choose(long middle, long lower, long upper, int k) {
        long below = middle >> 2;
        if (below >= 10) {
            long tenBelow = below / 10 * 10;
            boolean lowerFits = lower <= tenBelow << 2;
            boolean upperFits = (tenBelow + 10) << 2 <= upper;
            if (lowerFits != upperFits) {
                return new ShortestDecimal(lowerFits ? tenBelow : tenBelow + 10, k);
            }
        }
        boolean lowerFits = lower <= below << 2;
        boolean upperFits = (below + 1) << 2 <= upper;
        if (lowerFits != upperFits) {
            return new ShortestDecimal(lowerFits ? below : below + 1, k);
        }
        long distance = middle - ((below << 2) + 2);
        boolean down = distance < 0 || (distance == 0 && (below & 1) == 0);
        return new ShortestDecimal(down ? below : below + 1, k);
    }

    /** The product of a power and {@code factor}, scaled down by {@code 2^126}; its last bit is set where inexact. */
    private static long roundToOdd(long high, long low, long factor) {
        long carry = Math.multiplyHigh(low, factor);
        long middle = ((high * factor) >>> 1) + carry;
        long whole = Math.multiplyHigh(high, factor) + (middle >>> 63);
        return whole | (((middle & MASK_63) + MASK_63) >>> 63);
    }

    private ShortestDecimal withoutTrailingZeros() {
        long rest = digits;
        int zeros = 0;
        while (rest % 10 == 0) {
            rest /= 10;
            zeros++;
        }
        return new ShortestDecimal(rest, exponent + zeros);
    }

    // Fixed-point logarithms, exact over the exponents of doubles: section 9.1 of the paper

    private static int floorLog10Pow2(int e) {
        return (int) ((e * 661_971_961_083L) >> 41);
    }

    private static int floorLog10ThreeQuartersPow2(int e) {
        return (int) ((e * 661_971_961_083L - 274_743_187_321L) >> 41);
    }

    private static int floorLog2Pow10(int e) {
        return (int) ((e * 913_124_641_741L) >> 38);
    }
}
