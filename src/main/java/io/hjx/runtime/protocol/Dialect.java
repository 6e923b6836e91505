package io.hjx.runtime.protocol;

/** How a connection speaks; fixed by its handshake. */
public enum Dialect {
    /** No subprotocol: whole states, hand-written clients. */
    PLAIN,
    /** The same at the root path, where {@code update} reads {@code state-update}. */
    PLAIN_ROOT,
    /** {@code hjx.v1}. */
    V1,
    /** {@code hjx.v1.cbor}: the same messages in CBOR. */
    V1_CBOR;

    /** True for the messages of {@code hjx.v1}, however they are encoded. */
    public boolean isV1() {
        return this == V1 || this == V1_CBOR;
    }
}
