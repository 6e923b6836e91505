package io.hjx.example;

/** The CDI event that says that there are other orders than before. */
public record OrdersChanged() {}
