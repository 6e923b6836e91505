package io.hjx.benchmarks;

import io.hjx.runtime.instance.Publication;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One event that counts up: run, committed to the store in memory, and published. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandlerBenchmark {

    private static final String HANDLER = """
            component Counter
            state:
              count = 0
            layout:
              text: "{{ count }}"
            handlers:
              increment:
                set count = count + 1
            """;

    private static final String SCRIPT = """
            component Counter
            state:
              count = 0
            layout:
              text: "{{ count }}"
            script:
              export function init(store) {
                store.on('increment', () => store.set('count', store.get('count') + 1));
              }
            """;

    private LiveComponent handler;
    private LiveComponent script;
    private Context context;
    private Value function;

    @Setup(Level.Iteration)
    public void start() throws InterruptedException {
        handler = new LiveComponent(HANDLER);
        script = new LiveComponent(SCRIPT);
        context = Context.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        function = context.eval("js", "const state = { count: 0 }; () => { state.count = state.count + 1; }");
    }

    @TearDown(Level.Iteration)
    public void stop() throws InterruptedException {
        handler.close();
        script.close();
        context.close();
    }

    /** {@code set count = count + 1} in {@code handlers:}. */
    @Benchmark
    public Publication handler() throws InterruptedException {
        return handler.call("increment");
    }

    /** The baseline: the same in {@code script:}, by the JavaScript engine. */
    @Benchmark
    public Publication script() throws InterruptedException {
        return script.call("increment");
    }

    /** For orientation: the bare function in the JavaScript engine, with no state kept and nobody told. */
    @Benchmark
    public Value engineAlone() {
        return function.execute();
    }
}
