package io.hjx.lang.diagnostic;

/** How much a diagnostic matters: a component with an error does not load, one with warnings does. */
public enum Severity {
    ERROR,
    WARNING
}
