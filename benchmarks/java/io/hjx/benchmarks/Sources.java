package io.hjx.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Components of a wanted size, as text. */
final class Sources {

    /** What one row of {@link #layout} makes of nodes of the layout: a view, a text, a button, an interpolated text. */
    private static final int NODES_IN_A_ROW = 5;

    private Sources() {}

    /** A layout of so many nodes, in rows as people write them: classes, attributes, interpolation, an event. */
    static String layout(int nodes) {
        return """
                component Large
                state:
                  title = "Rows"
                  count = 0
                layout:
                  view.page:
                %shandlers:
                  pick(row):
                    set count = row
                """.formatted(rows(nodes / NODES_IN_A_ROW));
    }

    private static String rows(int rows) {
        return IntStream.range(0, rows).mapToObj("""
                            view.row.p-2 (class odd: count %% 2 === 1):
                              text.label: "{{ title }} %1$d"
                              button (type="button", on click -> pick(%1$d)): "Pick {{ count + %1$d }}"
                        """::formatted).collect(Collectors.joining());
    }

    /** A component of so many state names, each of which a computed name reads. */
    static String state(int names) {
        return """
                component Wide
                state:
                %scomputed:
                %slayout:
                  text: "{{ total }}"
                """.formatted(
                lines(names, "  name%1$d = %1$d\n"), "  total = " + lines(Math.min(names, 100), "name%1$d + ") + "0\n");
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }
}
