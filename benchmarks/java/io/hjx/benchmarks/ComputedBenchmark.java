package io.hjx.benchmarks;

import io.hjx.runtime.instance.Publication;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** An event beside a computed name over a list of 1,000: it costs the list only where the list is what changes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ComputedBenchmark {

    private static final String COMPONENT = """
            component Orders
            state:
              count = 0
              limit = 10
              orders = []
            computed:
              large = orders.filter(o => o.amount > limit).length
            layout:
              text: "{{ count }} {{ large }}"
            handlers:
              fill:
                set orders = Array.from({length: 1000}, (_, i) => ({id: i, amount: i % 100}))
              other:
                set count = count + 1
              read:
                set limit = limit === 10 ? 20 : 10
            """;

    private LiveComponent orders;

    @Setup
    public void start() throws InterruptedException {
        orders = new LiveComponent(COMPONENT);
        orders.call("fill");
    }

    @TearDown
    public void stop() throws InterruptedException {
        orders.close();
    }

    /** Changes a name that the computed one does not read. */
    @Benchmark
    public Publication otherName() throws InterruptedException {
        return orders.call("other");
    }

    /** The baseline: changes a name that it reads. */
    @Benchmark
    public Publication readName() throws InterruptedException {
        return orders.call("read");
    }
}
