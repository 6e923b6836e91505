package io.hjx.runtime.protocol;

/** How a connection speaks. */
public enum Dialect {
    /** No subprotocol: whole states, hand-written clients. */
    PLAIN,
    /** The same at the root path, where {@code update} reads {@code state-update}. */
    PLAIN_ROOT,
    /** {@code hjx.v1}. */
    V1
}
