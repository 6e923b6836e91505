package io.hjx.lang.value;

/** The value {@code undefined}. */
public enum Undefined implements Value {
    UNDEFINED;

    @Override
    public String typeName() {
        return "undefined";
    }
}
