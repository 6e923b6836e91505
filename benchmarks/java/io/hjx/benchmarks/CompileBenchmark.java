package io.hjx.benchmarks;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.ImportResolver;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.Parser;
import io.hjx.lang.source.SourceFile;
import java.util.concurrent.TimeUnit;
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

/** Parsing and analyzing components of growing size: ten times the nodes or names must cost ten times the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class CompileBenchmark {

    /** What the component has many of. */
    public enum Many {
        NODES,
        NAMES
    }

    @Param
    public Many many;

    @Param({"1000", "5000", "10000", "100000"})
    public int size;

    private SourceFile source;
    private ComponentFile tree;

    /** Writes the component, makes its tree, and sees that it is a good one. */
    @Setup
    public void write() {
        String text = many == Many.NODES ? Sources.layout(size) : Sources.state(size);
        source = new SourceFile("Large.hjx", text);
        tree = parse();
        Diagnostics found = new Diagnostics();
        analyze(found);
        if (found.hasErrors()) {
            throw new IllegalStateException(found.inSourceOrder().get(0).toString());
        }
    }

    /** From the text to the tree. */
    @Benchmark
    public ComponentFile parse() {
        return Parser.parse(source, new Diagnostics());
    }

    /** From the tree to all that is known of it. */
    @Benchmark
    public ComponentModel analyze() {
        return analyze(new Diagnostics());
    }

    /** The baseline: every node of the tree looked at once. */
    @Benchmark
    public int walk() {
        return TreeWalk.of(tree);
    }

    private ComponentModel analyze(Diagnostics diagnostics) {
        return new ImportResolver(SourceLoader.none(), (file, report) -> tree, diagnostics).compile(source);
    }
}
