package io.hjx.benchmarks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.hjx.benchmarks.Medians;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Components of more and more parts, in Chromium: what one part costs must not depend on how many there are. Confined
 * to the thread that made it.
 */
final class GrowthBenchmark implements InBrowser {

    /** How often each component is built and changed in a round; the first times warm the page up. */
    private static final int TIMES = 8;

    private static final int WARM_UP = 3;

    private static final String BRANCHES = "    if ((n + %1$d) %% 2 === 0):\n      text: \"{{n}}\"\n";
    private static final String INPUTS = "    input (aria-label=\"%1$d\", bind value <-> n)\n";
    private static final String BINDINGS = "    text (title=\"{{n}}\"): \"{{n + %1$d}}\"\n";

    private final PageServer server;
    private final Browser browser;

    /** By component, the microseconds for a part, a median each round. */
    private final Map<String, Costs> costs = new LinkedHashMap<>();

    private record Costs(int parts, List<Double> built, List<Double> changed) {

        void add(Map<?, ?> times) {
            built.add(cost(times.get("built")));
            changed.add(cost(times.get("changed")));
        }

        private double cost(Object milliseconds) {
            List<Double> times = Medians.numbers(milliseconds);
            return Medians.median(times.subList(WARM_UP, times.size())) * 1000 / parts;
        }
    }

    GrowthBenchmark(PageServer server, Browser browser, List<Integer> sizes) {
        this.server = server;
        this.browser = browser;
        for (int size : sizes) {
            add("Branches", BRANCHES, size);
            add("Inputs", INPUTS, size);
            add("Bindings", BINDINGS, size);
        }
    }

    private void add(String kind, String part, int size) {
        String name = kind + size;
        String parts = IntStream.range(0, size).mapToObj(part::formatted).collect(Collectors.joining());
        server.publish(name, "component " + name + "\nstate:\n  n = 0\nlayout:\n  view:\n" + parts);
        costs.put(name, new Costs(size, new ArrayList<>(), new ArrayList<>()));
    }

    /** Every component once, in a page of its own. */
    @Override
    public void round(int number) {
        costs.forEach((name, found) -> {
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                page.navigate(server.url("growth.html"));
                String script =
                        "async ([name, times]) =>" + " (await import('/growth.js')).measure(name, times, () => gc())";
                found.add((Map<?, ?>) page.evaluate(script, List.of(name, TIMES)));
            }
        });
    }

    /** The results as a table. */
    @Override
    public String report() {
        StringBuilder text =
                new StringBuilder("%-26s %10s %12s%n".formatted("microseconds a part", "built", "changed"));
        costs.forEach((name, found) -> text.append("%-26s %10.2f %12.2f%n"
                .formatted(name, Medians.median(found.built()), Medians.median(found.changed()))));
        return text.toString();
    }
}
