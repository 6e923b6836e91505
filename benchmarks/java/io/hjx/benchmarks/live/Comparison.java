package io.hjx.benchmarks.live;

import io.hjx.benchmarks.Medians;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Measures scenarios of both sides in alternating rounds. Confined to one thread. */
final class Comparison {

    private final LoadClient client;
    private final Side measured;
    private final List<Scenario> scenarios;
    private int used;

    /** @param measured what is compared with the floor */
    Comparison(LoadClient client, Side measured, List<Scenario> scenarios) {
        this.client = client;
        this.measured = measured;
        this.scenarios = scenarios;
    }

    /** A table of medians. */
    String run(int rounds) throws IOException {
        StringBuilder table = new StringBuilder("%-52s %12s %12s %7s%n".formatted("", "floor", "HJX", "ratio"));
        for (Scenario scenario : scenarios) {
            Map<Side, List<Double>> results = new EnumMap<>(Side.class);
            for (int round = 0; round < rounds; round++) {
                List<Side> order = round % 2 == 0 ? List.of(Side.FLOOR, measured) : List.of(measured, Side.FLOOR);
                for (Side side : order) {
                    double result = scenario.measure(client, side, "run" + used++);
                    System.err.printf("%s, %s: %.2f%n", scenario.name(), side, result);
                    results.computeIfAbsent(side, each -> new ArrayList<>()).add(result);
                }
            }
            double floor = Medians.median(results.get(Side.FLOOR));
            double hjx = Medians.median(results.get(measured));
            table.append("%-52s %12.2f %12.2f %7.2f%n".formatted(scenario.name(), floor, hjx, hjx / floor));
        }
        return table.toString();
    }
}
