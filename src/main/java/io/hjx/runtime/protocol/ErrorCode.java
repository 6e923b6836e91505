package io.hjx.runtime.protocol;

/**
 * The codes of {@code error} messages. Stable: a code never changes its meaning. Each is the final answer to what it
 * answers; nothing of that has happened.
 */
public enum ErrorCode {
    /** Not JSON, or nested deeper or with longer objects or lists than the settings allow. */
    BAD_JSON("bad-json"),
    /** JSON, but a field is missing, there twice, or of another kind. */
    BAD_MESSAGE("bad-message"),
    /** A {@code type} that the dialect does not have. */
    UNKNOWN_TYPE("unknown-type"),
    /** {@code hjx.v1} begins with {@code hello}, once. */
    HELLO_FIRST("hello-first"),
    UNKNOWN_COMPONENT("unknown-component"),
    /** A key of other characters than {@code [A-Za-z0-9_.:-]}, or of more than 128. */
    BAD_KEY("bad-key"),
    /** The component wants a signed-in user. */
    SIGN_IN("sign-in"),
    FORBIDDEN("forbidden"),
    NOT_SUBSCRIBED("not-subscribed"),
    /** The number of this subscription is taken. */
    ALREADY_SUBSCRIBED("already-subscribed"),
    TOO_MANY_SUBSCRIPTIONS("too-many-subscriptions"),
    TOO_MANY_UNACKNOWLEDGED("too-many-unacknowledged"),
    /** The server holds as many instances as it may. */
    TOO_MANY_INSTANCES("too-many-instances"),
    /** Neither {@code handlers:} nor a script nor Java code takes it. */
    UNKNOWN_HANDLER("unknown-handler"),
    /** The layout has no such binding, use or loop. */
    BAD_SITE("bad-site"),
    /** A position where items have keys, or a key where they have none. */
    BAD_ITEM("bad-item"),
    /** The layout does not bind this path. */
    NOT_BOUND("not-bound"),
    /** A value of another kind than the input has. */
    BAD_VALUE("bad-value"),
    /** The item is gone, or its position may mean another one by now. */
    STALE_ITEM("stale-item"),
    /** A handler, a computed name or a script failed. */
    HANDLER_FAILED("handler-failed"),
    /** The application does not do it, and says why. */
    REFUSED("refused"),
    /** Arguments break the application's rules; {@code fields} says which. */
    INVALID("invalid"),
    BUDGET_EXCEEDED("budget-exceeded"),
    STATE_TOO_LARGE("state-too-large"),
    /** The instance has as many commands waiting as it may; try later. */
    BUSY("busy"),
    /** Too late to know whether this was executed, or whose it was. */
    RESUME_EXPIRED("resume-expired"),
    /** The state cannot be reached, or is in other hands; try later. */
    UNAVAILABLE("unavailable");

    private final String wire;

    ErrorCode(String wire) {
        this.wire = wire;
    }

    /** The code as it stands in messages. */
    public String wire() {
        return wire;
    }
}
