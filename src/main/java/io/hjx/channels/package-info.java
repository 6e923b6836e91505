/**
 * Channels: plain text between clients and an application's {@link io.hjx.api.Channel}s.
 *
 * <p>Entry type: {@link io.hjx.channels.LiveChannels}. Plain Java like the runtime, whose connections it uses: time,
 * chance and threads are given in. May import {@code runtime} and {@code api}.
 */
@NullMarked
package io.hjx.channels;

import org.jspecify.annotations.NullMarked;
