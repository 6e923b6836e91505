package io.hjx.web;

import java.util.List;
import java.util.function.Consumer;

/**
 * What every page has around its content. Immutable.
 *
 * @param contextPath where the application lies, empty at the root
 * @param runtimeHash of the browser runtime
 */
record Shell(String contextPath, String runtimeHash, WebSettings settings) {

    /**
     * A page as HTML.
     *
     * @param styles addresses of further style sheets
     * @param modules addresses of modules that the page will ask for
     * @param live whether the page shows components and hence needs the browser runtime
     */
    String page(String title, List<String> styles, List<String> modules, boolean live, Consumer<HtmlWriter> content) {
        HtmlWriter html = new HtmlWriter().document();
        if (settings.development()) {
            html.begin("html", "lang", settings.language(), "data-hjx-dev", "");
        } else {
            html.begin("html", "lang", settings.language());
        }
        html.line().begin("head").line();
        html.begin("meta", "charset", "utf-8").line();
        html.begin("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.begin("meta", "name", "color-scheme", "content", "light dark").line();
        html.element("title", title).line();
        html.begin("link", "rel", "icon", "type", "image/svg+xml", "href", runtime("icon.svg"))
                .line();
        style(html, runtime("element.css"));
        style(html, runtime("page.css"));
        styles.forEach(style -> style(html, style));
        if (live) {
            modules.forEach(module -> module(html, module));
            script(html);
        }
        html.endLine().begin("body").line();
        content.accept(html);
        return html.line().endLine().endLine().finish();
    }

    /** What a page that is not ours needs to show components. */
    void head(HtmlWriter html) {
        style(html, runtime("element.css"));
        script(html);
    }

    /** What a page of components says where there is no JavaScript. */
    static void withoutScript(HtmlWriter html) {
        html.begin("noscript")
                .element(
                        "p",
                        "JavaScript is off: you can read this page as it was when it was opened, but not use it.",
                        "class",
                        "hjx-noscript")
                .endLine();
    }

    /** What visitors do before the runtime is there must be heard from the first drawing on. */
    private void script(HtmlWriter html) {
        html.begin("script", "type", "module", "async", "", "blocking", "render", "src", runtime("early.js"))
                .end()
                .line();
        if (settings.encoding() == WebSettings.Encoding.CBOR) {
            // Before the page's module, which takes what it finds
            html.element("script", "", "type", "module", "src", runtime("cbor.js"))
                    .line();
        }
        html.element("script", "", "type", "module", "src", runtime("page.js")).line();
    }

    static void style(HtmlWriter html, String address) {
        html.begin("link", "rel", "stylesheet", "href", address).line();
    }

    static void module(HtmlWriter html, String address) {
        html.begin("link", "rel", "modulepreload", "href", address).line();
    }

    private String runtime(String file) {
        return contextPath + "/assets/hjx/" + runtimeHash + "/" + file;
    }

    /** The address of a component's page. */
    String component(String name) {
        return contextPath + "/c/" + name;
    }

    /** The address of the gallery. */
    String gallery() {
        return contextPath + "/";
    }
}
