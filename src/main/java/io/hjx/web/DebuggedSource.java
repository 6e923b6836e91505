package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.source.Span;

/** A component's source as debuggers show it: with blanks for the values of secrets, and every line in its place. */
final class DebuggedSource {

    private DebuggedSource() {}

    static String of(CompiledComponent component) {
        StringBuilder text = new StringBuilder(component.source().text());
        for (Declaration.Variable secret : component.model().file().secret()) {
            Span value = secret.value().span();
            for (int i = value.start(); i < value.end(); i++) {
                if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    text.setCharAt(i, ' ');
                }
            }
        }
        return text.toString();
    }
}
