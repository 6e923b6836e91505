package io.hjx.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML so that text stays text: whatever is said through {@link #text} and attributes is escaped, and every
 * element that is begun is ended by name. Confined to the request that makes the page.
 */
final class HtmlWriter {

    private static final Set<String> VOID = Set.of("meta", "link", "br", "hr", "img", "input");

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an HTML document. */
    HtmlWriter document() {
        out.append("<!DOCTYPE html>\n");
        return this;
    }

    /**
     * Begins an element, or writes a void one.
     *
     * @param attributes names and values in turn
     */
    HtmlWriter begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1], true);
            out.append('"');
        }
        out.append('>');
        if (!VOID.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Ends the element that was begun last. */
    HtmlWriter end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the element and the line. */
    HtmlWriter endLine() {
        return end().line();
    }

    /** A line break in the source. */
    HtmlWriter line() {
        out.append('\n');
        return this;
    }

    /** An element with nothing but text in it. */
    HtmlWriter element(String tag, String text, String... attributes) {
        return begin(tag, attributes).text(text).end();
    }

    HtmlWriter text(String text) {
        escape(text, false);
        return this;
    }

    /** HTML that a component's renderer has written. */
    HtmlWriter rendered(String html) {
        out.append(html);
        return this;
    }

    /** A block of JSON that scripts find; nothing in it can end the block. */
    HtmlWriter json(String json) {
        begin("script", "type", "application/json");
        out.append(json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"));
        return end();
    }

    /** What was written; every element must have been ended. */
    String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not ended: " + open);
        }
        return out.toString();
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
