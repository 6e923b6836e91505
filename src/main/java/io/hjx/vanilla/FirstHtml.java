package io.hjx.vanilla;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.emit.Titles;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.BudgetExceededException;
import io.hjx.lang.eval.ComponentProgram;
import io.hjx.lang.eval.EvaluationException;

/** Writes {@code index.html}. Stateless. */
final class FirstHtml {

    /** A style attribute: a page with a strict policy refuses it in HTML, and takes it from a script. */
    private static final String STYLED = " style=\"";

    private FirstHtml() {}

    /**
     * The page.
     *
     * @param icon its address
     */
    static String of(CompiledComponent component, String icon) {
        // Names of components are words
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                %s
                <title>%s</title>
                <link rel="icon" type="image/svg+xml" href="%s">
                <link rel="stylesheet" href="app.css">
                <script type="module" src="app.js"></script>
                </head>
                <body>
                <main class="hjx-page">
                <hjx-component name="%s">%s</hjx-component>
                </main>
                </body>
                </html>
                """.formatted(
                        VanillaPage.MADE_HERE, Titles.of(component.name()), icon, component.name(), content(component));
    }

    /** What the script adopts: the component in its first state, or nothing where only the browser knows that. */
    private static String content(CompiledComponent component) {
        FirstState state = new FirstState();
        ComponentProgram program = component.program();
        try {
            program.recompute(null, state, Budget.standard());
            program.recomputeLocal(null, state, Budget.standard());
            String html = component
                    .html()
                    .render(program.frame(state, Budget.standard()), Budget::standard, (where, place, message) -> {});
            return state.leftToChance() || html.contains(STYLED) ? "" : html;
        } catch (EvaluationException | BudgetExceededException failure) {
            // The page says so as well
            return "";
        }
    }
}
