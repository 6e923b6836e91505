package io.hjx.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds wrong with a page for people who cannot see it well, or not at all. Immutable. */
final class Axe {

    private static final String SCRIPT = script();

    /** Serious findings keep somebody from doing something; lesser ones are a matter of taste. */
    private static final String RUN = """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ["violations"] });
              return violations
                .filter(({ impact }) => ["serious", "critical"].includes(impact))
                .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
            }
            """;

    private Axe() {}

    /** The serious and critical findings, one line each. */
    @SuppressWarnings("unchecked")
    static List<String> seriousFindings(Page page) {
        // Given to the page by the debugger, the script is no matter of the page's security policy
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(RUN);
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(
                Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js is missing on the class path")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n;undefined";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
