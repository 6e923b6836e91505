package io.hjx.runtime.spi;

/** A source of secrets and names that nobody can guess: at least 128 random bits each. Thread-safe. */
@FunctionalInterface
public interface IdGenerator {

    /** A new id of characters that are safe in URLs. */
    String next();
}
