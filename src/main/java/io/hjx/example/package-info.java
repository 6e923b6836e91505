/**
 * What an application would write: the chat that the WAR answers messages with until an application does, and the Java
 * beside the component {@code Orders}.
 *
 * <p>Entry types: {@link io.hjx.example.ChatMessages}, {@link io.hjx.example.Orders}. May import {@code api} alone, and
 * of Jakarta EE what applications use.
 */
@NullMarked
package io.hjx.example;

import org.jspecify.annotations.NullMarked;
