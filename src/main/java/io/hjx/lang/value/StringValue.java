package io.hjx.lang.value;

/** A string of UTF-16 code units, as in JavaScript. Immutable. */
public record StringValue(String value) implements Value {

    public static final StringValue EMPTY = new StringValue("");

    @Override
    public String typeName() {
        return "string";
    }
}
