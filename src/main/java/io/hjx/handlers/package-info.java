/**
 * Components in Java: which beans add to which component, how their methods are called, and how long they may take.
 *
 * <p>Entry type: {@link io.hjx.handlers.LiveHandlers}. Uses {@code runtime} and {@code api}; knows no CDI, no JSON and
 * no transaction manager: {@link io.hjx.handlers.Ports} has them.
 */
@NullMarked
package io.hjx.handlers;

import org.jspecify.annotations.NullMarked;
