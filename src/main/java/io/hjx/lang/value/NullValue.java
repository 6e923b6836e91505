package io.hjx.lang.value;

/** The value {@code null}. */
public enum NullValue implements Value {
    NULL;

    @Override
    public String typeName() {
        return "object";
    }
}
