package io.hjx.benchmarks.browser;

import io.hjx.browser.Chromium;
import java.io.IOException;
import java.util.List;

/** Runs the benchmarks in a browser, and prints what came out. */
public final class BrowserBenchmarks {

    private BrowserBenchmarks() {}

    /**
     * Runs all.
     *
     * @param arguments the number of rounds, 15 without, and the number of rows, 1,000 without; other sizes are in
     *     proportion
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        try (PageServer server = new PageServer();
                Chromium chromium = Chromium.start("--js-flags=--expose-gc")) {
            TableBenchmark table = new TableBenchmark(server, chromium.browser(), rows);
            GrowthBenchmark growth =
                    new GrowthBenchmark(server, chromium.browser(), List.of(rows / 2, rows, 2 * rows));
            for (int round = 0; round < rounds; round++) {
                table.round(round);
                growth.round();
                System.err.printf("round %d of %d%n", round + 1, rounds);
            }
            System.out.println(table.report());
            System.out.print(growth.report());
        }
    }
}
