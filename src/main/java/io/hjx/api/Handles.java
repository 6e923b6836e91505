package io.hjx.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A CDI bean that adds to a component what its {@code .hjx} file does not have: handlers in Java, and how an instance
 * begins.
 *
 * <pre>{@code
 * @ApplicationScoped
 * @Handles("Orders")
 * class Orders {
 *     @Inject OrderBook book;
 *
 *     @Init
 *     void load(Store.Draft draft) {
 *         draft.set("orders", book.all());
 *     }
 *
 *     @Handler
 *     @Transactional
 *     void create(@NotBlank String title, Client by, Store.Draft draft) {
 *         book.add(title, by.user());
 *         draft.set("orders", book.all());
 *     }
 * }
 * }</pre>
 *
 * <p>Its methods are marked with {@link Handler}, {@link Init}, {@link OnEvent} and {@link Observer}. They are called
 * as the container calls a bean's: injected, intercepted, with a request context of their own, on a thread that may
 * wait. Meanwhile their instance waits, and no other.
 *
 * <p>Each call is part of one change of the instance: all of it reaches the browsers once the method has returned, or,
 * where it throws, nothing does. A transaction that {@code @Transactional} begins is committed before; what has been
 * set in one that is rolled back reaches nobody.
 *
 * <p>Besides the arguments of the event a method may ask for a {@link Client}, who acts; and for the names of the
 * component, as {@link Store.Draft} or {@link Store}. Methods return nothing, and are not private, static or final.
 * What is wrong with a bean keeps the application from starting, and the message says what.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Handles {

    /** The name of the component. */
    String value();
}
