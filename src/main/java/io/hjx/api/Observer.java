package io.hjx.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes CDI events a source of state, in a bean with {@link Handles}: called once for each running instance of the
 * component when the application fires an event of the first parameter's type, or of one below.
 *
 * <pre>{@code
 * @Observer
 * void changed(OrderChanged event, Store.Draft draft) {
 *     draft.set("orders", book.all());
 * }
 * }</pre>
 *
 * <p>Who fires does not wait for it. An event that is fired in a JTA transaction counts once that is committed, and
 * never after a rollback. Instances that are not running read what they need in their {@link Init}. Qualifiers of the
 * event are not looked at. Where the method throws, the instance stays as it is, and the log says why.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Observer {}
