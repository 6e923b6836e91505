package io.hjx.lang.eval;

import io.hjx.lang.value.Value;

/** A function or method that the language brings along. Immutable, thread-safe. */
public final class Builtin {

    /** What a built-in does. */
    @FunctionalInterface
    interface Body {
        Value apply(Call call);
    }

    /** {@link #allowed} of a built-in that takes any number of arguments. */
    public static final int ANY = Integer.MAX_VALUE;

    private final String name;
    private final int required;
    private final int allowed;
    private final boolean serverOnly;
    private final Body body;

    private Builtin(String name, int required, int allowed, boolean serverOnly, Body body) {
        this.name = name;
        this.required = required;
        this.allowed = allowed;
        this.serverOnly = serverOnly;
        this.body = body;
    }

    static Builtin of(String name, int required, int allowed, Body body) {
        return new Builtin(name, required, allowed, false, body);
    }

    static Builtin onServer(String name, int required, int allowed, Body body) {
        return new Builtin(name, required, allowed, true, body);
    }

    /** The same under the name it has behind its namespace. */
    Builtin named(String fullName) {
        return new Builtin(fullName, required, allowed, serverOnly, body);
    }

    /** The name as it is written in an expression: {@code Math.round}, {@code parseInt}; a method's bare name. */
    public String name() {
        return name;
    }

    /** The fewest arguments that make sense; JavaScript takes missing ones for {@code undefined}. */
    public int required() {
        return required;
    }

    /** The most arguments that are looked at, {@link #ANY} without a bound. */
    public int allowed() {
        return allowed;
    }

    /** True where browser and server could not agree: handlers and {@code computed:} only. */
    public boolean serverOnly() {
        return serverOnly;
    }

    Value call(Call call) {
        if (serverOnly && !call.onServer()) {
            throw call.fail("`" + name + "` is there in handlers and `computed:` only, where the server runs alone");
        }
        return body.apply(call);
    }
}
