/**
 * The message server: named clients, what they send to the application, and what it sends to them.
 *
 * <p>Entry type: {@link io.hjx.messages.LiveMessageServer}. Plain Java like the runtime, whose connections it uses:
 * time, chance and threads are given in. May import {@code runtime}, {@code lang.value} and {@code api}.
 */
@NullMarked
package io.hjx.messages;

import org.jspecify.annotations.NullMarked;
