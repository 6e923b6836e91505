package io.hjx.test;

import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.Value;
import org.jspecify.annotations.Nullable;

/** What a page tells the server. Immutable. */
sealed interface Action {

    SiteRef site();

    /** Something happened at a call site; {@code event} and {@code el} are what a handler may read of it. */
    record Event(SiteRef site, Value event, Value el) implements Action {}

    /**
     * The value of a bound input.
     *
     * @param own the path that it sets, {@code form.name}, where its name is the client's own
     */
    record Bind(SiteRef site, Value value, @Nullable String own) implements Action {}
}
