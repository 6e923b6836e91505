package io.hjx.runtime.protocol;

/** Why the server closes a connection: the WebSocket close codes in use. */
public enum CloseCode {
    NORMAL(1000),
    GOING_AWAY(1001),
    KIND_REFUSED(1003),
    POLICY(1008),
    TOO_LARGE(1009),
    TRY_AGAIN_LATER(1013),
    REPLACED(4001);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
