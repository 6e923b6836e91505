package io.hjx.benchmarks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.hjx.benchmarks.Medians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The usual operations on a table, in Chromium: the page that `./hjx build` makes of a component beside the same page
 * written by hand, in alternating rounds. Confined to the thread that made it.
 */
final class TableBenchmark implements InBrowser {

    private static final String BY_HAND = "plain.html";
    private static final String COMPONENT = "Table/index.html";

    private final PageServer server;
    private final Browser browser;
    private final int rows;

    /** By operation, the times of both in milliseconds, one each round. */
    private final Map<String, Pair> results = new LinkedHashMap<>();

    private record Pair(List<Double> plain, List<Double> component) {

        double ratio() {
            return Medians.median(component) / Medians.median(plain);
        }
    }

    private record Result(String shown, double time) {}

    TableBenchmark(PageServer server, Browser browser, int rows) throws IOException {
        this.server = server;
        this.browser = browser;
        this.rows = rows;
        String source = Files.readString(Path.of("benchmarks/browser/Table.hjx"));
        server.publishPage("Table", source.replace("size = 1000", "size = " + rows));
    }

    /** One round: who begins changes from round to round. */
    @Override
    public void round(int number) {
        boolean plainFirst = number % 2 == 0;
        Map<String, Result> first = measure(plainFirst ? BY_HAND : COMPONENT);
        Map<String, Result> second = measure(plainFirst ? COMPONENT : BY_HAND);
        Map<String, Result> plain = plainFirst ? first : second;
        Map<String, Result> component = plainFirst ? second : first;
        plain.forEach((name, result) -> {
            if (!result.shown().equals(component.get(name).shown())) {
                throw new IllegalStateException(name + ": " + result.shown() + " by hand, but "
                        + component.get(name).shown() + " by the component");
            }
            Pair pair = results.computeIfAbsent(name, key -> new Pair(new ArrayList<>(), new ArrayList<>()));
            pair.plain().add(result.time());
            pair.component().add(component.get(name).time());
        });
    }

    private Map<String, Result> measure(String path) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(server.url(path + "?rows=" + rows));
            page.waitForSelector("#create");
            Map<String, Result> found = new LinkedHashMap<>();
            Object raw = page.evaluate("async () => (await import('/measure.js')).measure(() => gc())");
            for (Object each : (List<?>) raw) {
                Map<?, ?> result = (Map<?, ?>) each;
                double time = ((Number) result.get("time")).doubleValue();
                found.put((String) result.get("name"), new Result((String) result.get("shown"), time));
            }
            return found;
        }
    }

    /** The results as a table. */
    @Override
    public String report() {
        StringBuilder text = new StringBuilder();
        text.append("%-26s %10s %12s %8s%n".formatted(rows + " rows, medians, ms", "by hand", "component", "ratio"));
        results.forEach((name, pair) -> text.append("%-26s %10.2f %12.2f %8.2f%n"
                .formatted(name, Medians.median(pair.plain()), Medians.median(pair.component()), pair.ratio())));
        List<Double> ratios = results.values().stream().map(Pair::ratio).toList();
        return text.append("%-26s %10s %12s %8.2f%n".formatted("geometric mean", "", "", Medians.geometricMean(ratios)))
                .toString();
    }
}
