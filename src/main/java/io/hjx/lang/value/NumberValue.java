package io.hjx.lang.value;

/** A number: an IEEE double. Immutable. */
public record NumberValue(double value) implements Value {

    public static final NumberValue ZERO = new NumberValue(0);
    public static final NumberValue NAN = new NumberValue(Double.NaN);

    @Override
    public String typeName() {
        return "number";
    }
}
