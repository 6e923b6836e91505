package io.hjx.benchmarks;

import io.hjx.browser.MapState;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.emit.ScopeName;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.ComponentProgram;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The first HTML of a table, against the loop that one would write by hand for the same text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HtmlBenchmark {

    private static final String COMPONENT = """
            component Orders
            state:
              orders = []
            layout:
              table.orders:
                for (order in orders key order.id):
                  tr (class late: order.late):
                    td: "{{ order.id }}"
                    td.name (title: order.note): "{{ order.name }}"
                    td: "{{ order.city }}"
                    td.amount: "{{ order.amount }} EUR"
            """;

    private record Order(int id, String name, String note, String city, int amount, boolean late) {

        static Order numbered(int i) {
            return new Order(
                    i, "Customer & Son " + i, "said \"soon\" " + i, i % 2 == 0 ? "Graz" : "Linz", i * 7, i % 3 == 0);
        }

        Value value() {
            return ObjectValue.of(Map.of(
                    "id",
                    NumberValue.of(id),
                    "name",
                    new StringValue(name),
                    "note",
                    new StringValue(note),
                    "city",
                    new StringValue(city),
                    "amount",
                    NumberValue.of(amount),
                    "late",
                    BooleanValue.of(late)));
        }
    }

    @Param("1000")
    public int size;

    private List<Order> orders;
    private CompiledComponent component;
    private MapState state;
    private String mark;

    /** Compiles the component, fills the table, and sees that both texts are the same. */
    @Setup
    public void fill() {
        orders = IntStream.range(0, size).mapToObj(Order::numbered).toList();
        component = HjxCompiler.compile(new SourceFile("Orders.hjx", COMPONENT), SourceLoader.none())
                .component();
        mark = ScopeName.of(component.source());
        state = new MapState(
                ObjectValue.of(Map.of(
                        "orders", ListValue.of(orders.stream().map(Order::value).toList()))),
                ObjectValue.EMPTY);
        if (!render().equals(byHand())) {
            throw new IllegalStateException(render() + "\nis not\n" + byHand());
        }
    }

    /** The first HTML. */
    @Benchmark
    public String render() {
        ComponentProgram program = component.program();
        return component
                .html()
                .render(program.frame(state, Budget.standard()), Budget::standard, (where, place, message) -> {
                    throw new IllegalStateException(message);
                });
    }

    /** The baseline. */
    @Benchmark
    public String byHand() {
        StringBuilder out = new StringBuilder(1024);
        out.append("<table ")
                .append(mark)
                .append(" class=\"orders\"><tbody ")
                .append(mark)
                .append('>');
        for (Order order : orders) {
            out.append("<tr ").append(mark).append(order.late() ? " class=\"late\">" : ">");
            out.append("<td ").append(mark).append('>').append(order.id()).append("</td>");
            out.append("<td ").append(mark).append(" class=\"name\" title=\"");
            escape(out, order.note());
            out.append("\">");
            escape(out, order.name());
            out.append("</td><td ").append(mark).append('>');
            escape(out, order.city());
            out.append("</td><td ").append(mark).append(" class=\"amount\">");
            out.append(order.amount()).append(" EUR</td></tr>");
        }
        return out.append("<!----></tbody></table>").toString();
    }

    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
