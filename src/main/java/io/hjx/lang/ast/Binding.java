package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;

/** Where the page talks back: a call site, known on the wire by its number. */
public sealed interface Binding extends Node {

    /** Counts all bindings of the file, events and values alike, in source order from 0. */
    int site();

    /**
     * {@code on click.prevent.debounce(200) -> save(todo.id)}.
     *
     * @param event the DOM event's name
     * @param arguments evaluated on the server when the event comes
     */
    record Event(Span span, int site, Name event, List<Modifier> modifiers, Name handler, List<Expr> arguments)
            implements Binding {}

    /**
     * {@code .prevent} or {@code .debounce(200)}.
     *
     * @param milliseconds the wait of {@code debounce} and {@code throttle}, 300 where the source has none; else 0
     */
    record Modifier(Name name, int milliseconds) {}

    /**
     * {@code bind value <-> form.name}.
     *
     * @param property {@code value} or {@code checked}, or a prop of a component use
     */
    record Value(Span span, int site, Name property, Path path) implements Binding {}
}
