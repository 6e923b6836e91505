package io.hjx.lang.value;

/** A string of UTF-16 code units, as in JavaScript. Immutable. */
public record StringValue(String value) implements Value {

    public static final StringValue EMPTY = new StringValue("");

    /** The value of one code unit; ASCII's are made once. */
    public static StringValue of(char unit) {
        return unit < Ascii.UNITS.length ? Ascii.UNITS[unit] : new StringValue(String.valueOf(unit));
    }

    private static final class Ascii {
        static final StringValue[] UNITS = new StringValue[128];

        static {
            for (char c = 0; c < UNITS.length; c++) {
                UNITS[c] = new StringValue(String.valueOf(c));
            }
        }
    }

    @Override
    public String typeName() {
        return "string";
    }
}
