package io.hjx.benchmarks.browser;

import io.hjx.browser.Chromium;
import java.io.IOException;
import java.util.List;

/** Runs the benchmarks in a browser, and prints what came out. */
public final class BrowserBenchmarks {

    private BrowserBenchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments the number of rounds, 15 without; the number of rows, 1,000 without, to which other sizes are in
     *     proportion; and {@code table} or {@code growth} for one of the two alone
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        List<String> wanted = arguments.length > 2 ? List.of(arguments[2]) : List.of("table", "growth");
        try (PageServer server = new PageServer();
                Chromium chromium = Chromium.start("--js-flags=--expose-gc")) {
            for (String name : wanted) {
                InBrowser benchmark = benchmark(name, server, chromium, rows);
                for (int round = 0; round < rounds; round++) {
                    benchmark.round(round);
                    System.err.printf("%s, round %d of %d%n", name, round + 1, rounds);
                }
                System.out.println(benchmark.report());
            }
        }
    }

    private static InBrowser benchmark(String name, PageServer server, Chromium chromium, int rows) throws IOException {
        return switch (name) {
            case "table" -> new TableBenchmark(server, chromium.browser(), rows);
            case "growth" -> new GrowthBenchmark(server, chromium.browser(), List.of(rows / 2, rows, 2 * rows));
            default -> throw new IllegalArgumentException("there is `table` and `growth`, but no `" + name + "`");
        };
    }
}
