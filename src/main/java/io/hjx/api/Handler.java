package io.hjx.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler of a component, in a bean with {@link Handles}: the layout names it, {@code on click -> approve(order.id)},
 * or a handler of the file calls it, {@code call approve(order.id)}, behind all of whose own statements it runs.
 *
 * <p>Arguments are made into the types of the parameters by Jakarta JSON Binding. One that cannot be, or breaks a rule
 * of Jakarta Validation, does not reach the method: the browser shows the rule's message at the input that the argument
 * was read from. Roles of {@code @RolesAllowed}, at the method or the class, are looked at before; so is what
 * {@code access:} says.
 *
 * <p>To say why not, a method throws {@link ActionRefusedException}. Of any other exception the client learns only that
 * there was one, and the log has it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Handler {

    /** The handler's name, where it is not the method's. */
    String value() default "";
}
