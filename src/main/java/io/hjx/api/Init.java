package io.hjx.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Begins each instance of a component, in a bean with {@link Handles}: before anybody sees the instance, and before its
 * {@code script:}. Where it throws, the instance does not start, its clients are told to try again, and the log says
 * why. It may ask for {@link Store.Draft} or {@link Store}, and for a {@code String}, the instance's key.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Init {}
