/**
 * The JSON of the protocol: frames to messages and messages to frames. The only package that knows {@code jakarta.json}
 * and {@code jakarta.json.bind}.
 *
 * <p>Entry types: {@link io.hjx.json.MessageDecoder} and {@link io.hjx.json.JsonFrameEncoder}. May import
 * {@code lang.value}, {@code lang.eval}'s site records, {@code runtime.protocol} and {@code runtime.spi}.
 */
@NullMarked
package io.hjx.json;

import org.jspecify.annotations.NullMarked;
