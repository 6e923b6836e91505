/**
 * What an application would write: the example that the WAR answers with until an application does.
 *
 * <p>Entry type: {@link io.hjx.example.ChatMessages}. May import {@code api} alone.
 */
@NullMarked
package io.hjx.example;

import org.jspecify.annotations.NullMarked;
