package io.hjx.lang.value;

/** {@code true} or {@code false}. */
public enum BooleanValue implements Value {
    FALSE,
    TRUE;

    public static BooleanValue of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public boolean value() {
        return this == TRUE;
    }

    @Override
    public String typeName() {
        return "boolean";
    }
}
