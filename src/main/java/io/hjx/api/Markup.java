package io.hjx.api;

/**
 * A piece of HTML that stands in a page as it is, not escaped again. Immutable.
 *
 * @param html well-formed; every text in it is escaped
 */
public record Markup(String html) {

    /** The HTML, so that {@code ${hjx.render('Counter', '')}} writes it. */
    @Override
    public String toString() {
        return html;
    }
}
