package io.hjx.lang.value;

/** A number: an IEEE double. Immutable. */
public record NumberValue(double value) implements Value {

    public static final NumberValue ZERO = new NumberValue(0);
    public static final NumberValue NAN = new NumberValue(Double.NaN);

    private static final NumberValue[] SMALL = new NumberValue[1024];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = new NumberValue(i);
        }
    }

    /** The value of a number; small whole numbers are made once. */
    public static NumberValue of(double number) {
        int whole = (int) number;
        boolean small = whole == number && whole > 0 && whole < SMALL.length;
        return small ? SMALL[whole] : new NumberValue(number);
    }

    /** The value of a count or position. */
    public static NumberValue of(int number) {
        return number >= 0 && number < SMALL.length ? SMALL[number] : new NumberValue(number);
    }

    @Override
    public String typeName() {
        return "number";
    }
}
