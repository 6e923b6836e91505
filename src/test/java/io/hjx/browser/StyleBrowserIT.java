package io.hjx.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.hjx.corpus.CorpusCase;
import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.value.ObjectValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code corpus/computed}: the component {@code input.hjx}, in a page with the markup of
 * {@code page.html}, has in Chromium the computed values of {@code expected.json}: by selector and property, for every
 * element that the selector finds in the page, with a pseudo-element where the selector ends in one.
 */
class StyleBrowserIT {

    private static final Path CORPUS = Path.of("src/test/resources/corpus/computed");

    /** Elements whose values are others than expected, each as a line. */
    private static final String DIFFERENCES = """
            (expected) => {
              const lines = [];
              for (const [selector, values] of Object.entries(JSON.parse(expected))) {
                const [, plain, pseudo] = /^(.*?)(::[a-z-]+)?$/.exec(selector);
                const elements = document.querySelectorAll(plain);
                if (elements.length === 0) lines.push(`${selector}: no such element`);
                for (const element of elements) {
                  for (const [property, wanted] of Object.entries(values)) {
                    const found = getComputedStyle(element, pseudo).getPropertyValue(property);
                    if (found !== wanted) lines.push(`${selector}: ${property} is ${found}, not ${wanted}`);
                  }
                }
              }
              return lines;
            }
            """;

    private static Chromium chromium;
    private static Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        page = chromium.browser()
                .newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(800, 600));
        page.setDefaultTimeout(10_000);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @TestFactory
    List<DynamicTest> computed() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            List<DynamicTest> tests = folders.sorted()
                    .map(CorpusCase::new)
                    .map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)))
                    .toList();
            assertThat(tests).hasSizeGreaterThan(40);
            return tests;
        }
    }

    private static void check(CorpusCase one) {
        Compilation compilation = HjxCompiler.compile(one.source(), one);
        CompiledComponent component = compilation.component();
        assertThat(component).as(compilation.diagnostics().toString()).isNotNull();
        Set<String> styles = new LinkedHashSet<>();
        collect(component, styles);
        page.setContent("<!doctype html><html lang=en><title>Test</title><style>" + String.join("\n", styles)
                + "</style><body>" + one.text("page.html") + "<hjx-component>" + html(component) + "</hjx-component>");

        assertThat((List<?>) page.evaluate(DIFFERENCES, one.text("expected.json")))
                .as("%s", styles)
                .isEmpty();
    }

    /** In the order in which pages have them: the style of what is imported first. */
    private static void collect(CompiledComponent component, Set<String> styles) {
        component.imports().forEach(imported -> collect(imported, styles));
        styles.add(component.css());
    }

    private static String html(CompiledComponent component) {
        MapState state = new MapState(ObjectValue.EMPTY, ObjectValue.EMPTY);
        return component
                .html()
                .render(
                        component.program().frame(state, Budget.standard()),
                        Budget::standard,
                        (where, place, message) -> {
                            throw new AssertionError(message);
                        });
    }
}
