package io.hjx.lang.analyze;

/** What is known of an expression's value before anything runs. */
enum ValueKind {
    STRING("a string"),
    NUMBER("a number"),
    BOOLEAN("a boolean"),
    LIST("a list"),
    OBJECT("an object"),
    UNKNOWN("a value");

    private final String wording;

    ValueKind(String wording) {
        this.wording = wording;
    }

    /** The kind with its article, for messages. */
    String wording() {
        return wording;
    }

    /** True where values of this kind have the language's members and no others. */
    boolean closed() {
        return this == STRING || this == NUMBER || this == BOOLEAN || this == LIST;
    }
}
