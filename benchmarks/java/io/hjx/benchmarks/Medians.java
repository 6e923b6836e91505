package io.hjx.benchmarks;

import java.util.Collection;
import java.util.List;

/** What is made of many measurements of the same. Stateless. */
public final class Medians {

    private Medians() {}

    /** Numbers as they come from a page. */
    public static List<Double> numbers(Object list) {
        return ((List<?>) list)
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }

    public static double median(Collection<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public static double geometricMean(Collection<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElseThrow());
    }
}
