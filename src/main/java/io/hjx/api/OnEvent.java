package io.hjx.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Listens to an event of clients, {@code on click -> seen(order.id)}, for which the component has no handler, in a bean
 * with {@link Handles}. Unlike a {@link Handler} an event may have several listeners, also in several beans: all are
 * called, in the order of their names, and the first that throws undoes what they have done.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEvent {

    /** The event's name. */
    String value();
}
