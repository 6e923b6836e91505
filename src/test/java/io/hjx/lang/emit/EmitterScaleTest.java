package io.hjx.lang.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.hjx.browser.MapState;
import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.ObjectValue;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Large layouts: twice the lines are twice the text and twice the evaluations, and what grows with the square of the
 * size takes minutes where the rest takes seconds.
 */
class EmitterScaleTest {

    private static final int MANY = 2_000;
    private static final int HUGE = 20_000;
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    /** What a layout has many of, a line or a few each. */
    private enum Many {
        BRANCHES("    if (n%1$d > 1):\n      b: \"{{n%1$d}}\"\n    else:\n      i: \"none\"\n"),
        INPUTS("    input (bind value <-> n%1$d)\n"),
        BINDINGS("    text (title: n%1$d, class on: n%1$d): \"{{n%1$d}} of {{n0}}\"\n"),
        LOOPS("    for (item in [n%1$d]):\n      b: \"{{item}} {{index}}\"\n"),
        LOOPS_OF_OTHER_NAMES("    for (item%1$d, i%1$d in [n%1$d]):\n      b: \"{{item%1$d}} {{i%1$d}}\"\n");

        private final String line;

        Many(String line) {
            this.line = line;
        }

        CompiledComponent component(int size) {
            String text = "component Large\nstate:\n" + lines(size, "  n%1$d = %1$d\n") + "layout:\n  view:\n"
                    + lines(size, line);
            Compilation compilation = HjxCompiler.compile(new SourceFile("large.hjx", text), SourceLoader.none());
            assertThat(compilation.component())
                    .as("%s", compilation.diagnostics())
                    .isNotNull();
            return compilation.component();
        }

        private static String lines(int size, String line) {
            return IntStream.range(0, size).mapToObj(line::formatted).collect(Collectors.joining());
        }
    }

    private static String html(CompiledComponent component, AtomicInteger evaluations) {
        MapState state = new MapState(ObjectValue.EMPTY, ObjectValue.EMPTY);
        return component
                .html()
                .render(
                        component.program().frame(state, Budget.standard()),
                        () -> {
                            evaluations.incrementAndGet();
                            return Budget.standard();
                        },
                        (where, place, message) -> {
                            throw new AssertionError(message);
                        });
    }

    @ParameterizedTest
    @EnumSource
    void compileAndRender_twiceTheSize_isTwiceTheWork(Many many) {
        CompiledComponent small = many.component(MANY);
        CompiledComponent large = many.component(2 * MANY);
        assertThat(large.module().length()).isCloseTo(2 * small.module().length(), withPercentage(5));

        AtomicInteger few = new AtomicInteger();
        AtomicInteger more = new AtomicInteger();
        assertThat(html(large, more).length()).isCloseTo(2 * html(small, few).length(), withPercentage(5));
        assertThat(few.get()).isGreaterThanOrEqualTo(MANY);
        assertThat(more.get()).isCloseTo(2 * few.get(), withPercentage(1));
    }

    @ParameterizedTest
    @EnumSource
    void compileAndRender_hugeLayout_endsSoon(Many many) {
        String html = assertTimeout(DEADLINE, () -> html(many.component(HUGE), new AtomicInteger()));

        assertThat(html).endsWith("</div>").contains("" + (HUGE - 1));
    }
}
