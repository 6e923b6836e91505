/**
 * The JSON and the CBOR of the protocol: frames to messages and messages to frames. The only package that knows
 * {@code jakarta.json}, {@code jakarta.json.bind} and Jackson.
 *
 * <p>Entry types: {@link io.hjx.json.MessageDecoder}, {@link io.hjx.json.JsonFrameEncoder} and
 * {@link io.hjx.json.CborFrameEncoder}. May import {@code lang.value}, {@code lang.eval}'s site records,
 * {@code runtime.protocol} and {@code runtime.spi}.
 */
@NullMarked
package io.hjx.json;

import org.jspecify.annotations.NullMarked;
