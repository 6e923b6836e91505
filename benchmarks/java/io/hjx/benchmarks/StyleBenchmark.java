package io.hjx.benchmarks;

import io.hjx.lang.analyze.AssetResolver;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.emit.CssScoper;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/** Scoping style sheets of growing size: ten times the rules must cost ten times the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class StyleBenchmark {

    /** Four rules as people write them: a list, nesting, a group, an animation. */
    private static final String RULES = """
            .card%1$d > view:hover, .card%1$d .title::before { color: #123; padding: 4px 8px; background: url(data:,) }
            .row%1$d { display: flex; &.open { gap: 8px } }
            @media (width > 40rem) { li:nth-child(2n + 1 of .row%1$d):not(.last) { margin: 0 auto } }
            """;

    private static final int RULES_IN_A_PIECE = 4;

    @Param({"100", "1000", "5000", "20000"})
    public int size;

    private SourceFile source;
    private Declaration.RawBlock block;

    @Setup
    public void write() {
        String css = IntStream.range(0, size / RULES_IN_A_PIECE)
                .mapToObj(RULES::formatted)
                .collect(Collectors.joining());
        source = new SourceFile("Styled.hjx", css);
        block = new Declaration.RawBlock(new Span(0, css.length()), css);
        Diagnostics found = new Diagnostics();
        scope(found);
        if (found.hasErrors()) {
            throw new IllegalStateException(found.inSourceOrder().get(0).toString());
        }
    }

    /** From the block's text to the scoped style. */
    @Benchmark
    public String scope() {
        return scope(new Diagnostics());
    }

    private String scope(Diagnostics diagnostics) {
        AssetResolver assets = new AssetResolver(SourceLoader.none(), diagnostics);
        return CssScoper.scope(source, block, "h-abc123", assets, diagnostics);
    }
}
