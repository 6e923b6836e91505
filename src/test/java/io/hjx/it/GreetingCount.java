package io.hjx.it;

import jakarta.enterprise.context.RequestScoped;

/** A count that begins with each request. */
@RequestScoped
public class GreetingCount {
    private int value;

    public void increment() {
        value++;
    }

    public int value() {
        return value;
    }
}
