package io.hjx.web;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.NearestName;
import io.hjx.lang.emit.Titles;
import io.hjx.registry.Deployed;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The pages that say why there is no component to be seen. Immutable. */
record ProblemPage(Shell shell) {

    /** How often, in seconds, a developer's browser looks whether the file is in order again. */
    private static final int LOOK_AGAIN = 2;

    Answer unknown(String name, Collection<String> known) {
        String near = NearestName.of(name, known);
        return page(404, "There is no component `" + name + "`", html -> {
            if (near != null) {
                html.begin("p")
                        .text("Did you mean ")
                        .element("a", near, "href", shell.component(near))
                        .text("?")
                        .end();
            }
            if (shell.settings().showsGallery()) {
                html.begin("p")
                        .element("a", "All components", "href", shell.gallery())
                        .end();
            }
        });
    }

    Answer badKey() {
        return page(
                400,
                "This is no key of an instance",
                html -> html.element("p", "A key has at most 128 characters: letters, digits, and any of _ . : -"));
    }

    Answer forbidden(String name, boolean signedIn) {
        String advice = signedIn ? "Your account has none of the roles that may." : "Sign in first.";
        return page(403, "You may not see " + Titles.of(name), html -> html.element("p", advice));
    }

    Answer nothingHere() {
        return page(
                404,
                "There is nothing here",
                html -> html.element("p", "Components have pages at /c/ and their name."));
    }

    /** For a component that has never compiled. */
    Answer broken(Deployed deployed) {
        String title = Titles.of(deployed.name()) + " cannot be shown";
        if (!shell.settings().development()) {
            return page(500, title, html -> html.element("p", "The server's log says why."));
        }
        Answer answer = page(500, title, html -> diagnostics(html, deployed.diagnostics()));
        return new Answer(answer.status(), answer.html(), LOOK_AGAIN);
    }

    Answer unavailable(String name) {
        return page(503, Titles.of(name) + " does not answer", html -> html.element("p", "Try again in a moment."));
    }

    /** Diagnostics as the terminal shows them. */
    static void diagnostics(HtmlWriter html, List<Diagnostic> diagnostics) {
        html.element("pre", DiagnosticRenderer.plain().render(diagnostics), "tabindex", "0");
    }

    private Answer page(int status, String title, Consumer<HtmlWriter> content) {
        return Answer.of(status, shell.page(title, List.of(), List.of(), false, html -> {
            html.begin("main", "class", "hjx-page hjx-problem")
                    .element("h1", title)
                    .line();
            content.accept(html);
            html.end();
        }));
    }
}
