package io.hjx.web;

/** Tells whether the application can serve. Thread-safe. */
@FunctionalInterface
public interface Readiness {

    /** False while it starts or stops. */
    boolean ready();
}
