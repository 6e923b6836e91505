package io.hjx.cdi;

/** Which examples there are: an application that is laid over HJX may leave their classes out, which ends them. */
final class ExamplesThere {

    static final boolean MESSAGES = isThere("ChatMessages");
    static final boolean CHAT = isThere("ChatRoom");

    private ExamplesThere() {}

    private static boolean isThere(String name) {
        return ExamplesThere.class.getResource("/io/hjx/example/" + name + ".class") != null;
    }
}
