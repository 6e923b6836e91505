package io.hjx.web;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides about pages. Immutable.
 *
 * @param development whether developers are at work: diagnostics and the gallery are shown
 * @param gallery whether the gallery is shown otherwise too
 * @param language the natural language of the pages, as in {@code lang}
 * @param contentSecurityPolicy the policy that pages carry
 * @param encoding what pages ask their connection to speak
 * @param home the component at {@code /} where the gallery is not; null for none
 */
public record WebSettings(
        boolean development,
        boolean gallery,
        String language,
        String contentSecurityPolicy,
        Encoding encoding,
        @Nullable String home) {

    /** How the messages of a page's connection are encoded. */
    public enum Encoding {
        JSON,
        CBOR
    }

    /** Everything from our own origin, and no inline script. */
    public static final String DEFAULT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'";

    /** The settings of a mode, with the default policy and JSON, and without a home. */
    public static WebSettings of(boolean development, boolean gallery) {
        return new WebSettings(development, gallery, "en", DEFAULT_POLICY, Encoding.JSON, null);
    }

    /** The same with another encoding. */
    public WebSettings with(Encoding other) {
        return new WebSettings(development, gallery, language, contentSecurityPolicy, other, home);
    }

    /** The same with another home. */
    public WebSettings withHome(@Nullable String other) {
        return new WebSettings(development, gallery, language, contentSecurityPolicy, encoding, other);
    }

    /**
     * True where {@code GET /} shows the gallery: where it is wanted, and of itself while developing without a home.
     */
    public boolean showsGallery() {
        return gallery || (development && home == null);
    }
}
