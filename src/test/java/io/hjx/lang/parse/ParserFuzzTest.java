package io.hjx.lang.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Parses mutations of the whole corpus, and lines of a mebibyte. {@code -Dhjx.fuzz.seed=…} repeats a run,
 * {@code -Dhjx.fuzz.rounds=…} makes it longer.
 *
 * <p>The timeouts only keep a parser that hangs from hanging the build.
 */
class ParserFuzzTest {

    private static final long SEED = Long.getLong("hjx.fuzz.seed", new Random().nextLong());
    private static final int ROUNDS = Integer.getInteger("hjx.fuzz.rounds", 1000);
    private static final int LONG = 1 << 14;
    private static final int MEBIBYTE = 1 << 20;
    private static final String[] PIECES = {
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "{{",
        "}}",
        "\"",
        "'",
        "`",
        "${",
        "\\",
        "\n",
        "\n  ",
        "\t",
        " ",
        ":",
        "#",
        "//",
        ".",
        ",",
        "->",
        "<->",
        "=",
        "=>",
        "if ",
        "else ",
        "for (",
        " in ",
        "key ",
        "on ",
        "bind ",
        "class ",
        "set ",
        "layout:\n",
        "\u0000",
        "\u00a0",
        "\ud83d",
        "component ",
        "?.",
        "...",
        "1e",
        "\r\n",
        "script:\n"
    };

    /** Takes the files in turn, so that a short run, too, has mutated each of them. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void parse_mutatedCorpus_neverThrows() {
        List<String> corpus = corpus();
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String other = corpus.get(random.nextInt(corpus.size()));
            String text = mutate(corpus.get(round % corpus.size()), other, random);
            try {
                check(text);
            } catch (RuntimeException | StackOverflowError | AssertionError fault) {
                throw new AssertionError("seed " + SEED + ", round " + round + ", input:\n" + text, fault);
            }
        }
    }

    @ParameterizedTest
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    @ValueSource(
            strings = {
                "(",
                "[",
                "{",
                ")",
                "\"",
                "\"{{",
                "\"{{1 ",
                "`${",
                "{{",
                "a",
                ".a",
                " a=1",
                " on a->b",
                "(a)",
                "-> ",
                "!",
                "x=>",
                "a?",
                "\\",
                "#",
                "a,",
                "if (",
                ":",
                "[,",
                "`",
                "{a:",
                "(a,",
                "1",
                "\"x\" "
            })
    void parse_longLine_ends(String piece) {
        String line = piece.repeat(LONG / piece.length());
        for (String head : List.of(
                "",
                "state:\n  a = ",
                "layout:\n  view",
                "layout:\n  view (",
                "layout:\n  \"",
                "handlers:\n  a:\n    set x = ")) {
            check(head + line);
        }
    }

    @ParameterizedTest
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    @MethodSource("mebibyteLines")
    void parse_mebibyteLine_ends(String head, String line) {
        check(head + line);
    }

    /** One token, one string, one nest of brackets, one list of classes, one interpolation, where each may stand. */
    static Stream<Arguments> mebibyteLines() {
        return Stream.of(
                line("layout:\n  ", "a"),
                line("state:\n  a = ", "1"),
                line("component ", "A"),
                line("layout:\n  p: \"", "x"),
                line("state:\n  a = '", "\\'"),
                line("state:\n  a = ", "["),
                line("computed:\n  a = ", "("),
                line("handlers:\n  a:\n    set x = ", "{a:"),
                line("layout:\n  p (title: ", "((a)=>"),
                line("layout:\n  view", ".md:w-1/2"),
                line("layout:\n  view.w-", "[a"),
                line("layout:\n  p (", "class a: b,"),
                line("layout:\n  \"{{ 1", " + 1"),
                line("layout:\n  \"", "{{a}}"),
                line("layout:\n  \"", "{{\""),
                line("handlers:\n  a:\n    log \"", "{{a}}"),
                line("style:\n  ", "a{"),
                line("", "#"));
    }

    private static Arguments line(String head, String piece) {
        return Arguments.of(
                Named.of("in `" + head.strip() + "`", head),
                Named.of(piece + "…", piece.repeat(MEBIBYTE / piece.length())));
    }

    @ParameterizedTest
    @Timeout(value = 1, unit = TimeUnit.MINUTES)
    @ValueSource(
            strings = {
                "(\n",
                "  a:\n",
                "  if (a):\n",
                "  else:\n",
                "  a (\n",
                "  \"{{\n",
                "  a `\n",
                "  [\n}\n",
                "  a = {\n"
            })
    void parse_manyLines_ends(String line) {
        for (String head : List.of("", "state:\n", "layout:\n", "handlers:\n  x:\n")) {
            check(head + line.repeat(LONG / line.length()));
        }
    }

    private static void check(String text) {
        SourceFile source = new SourceFile("fuzz.hjx", text);
        Diagnostics diagnostics = new Diagnostics();
        ComponentFile file = Parser.parse(source, diagnostics);
        assertThat(file).isNotNull();
        for (Diagnostic diagnostic : diagnostics.list()) {
            assertThat(diagnostic.span().end())
                    .isLessThanOrEqualTo(source.text().length());
        }
        assertThat(DiagnosticRenderer.plain().render(diagnostics.list())).isNotNull();
    }

    /** A few small changes; now and then the text goes on in the middle of another. */
    private static String mutate(String text, String other, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        if (random.nextInt(8) == 0) {
            mutated.setLength(random.nextInt(text.length() + 1));
            mutated.append(other, random.nextInt(other.length() + 1), other.length());
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            int start = random.nextInt(mutated.length() + 1);
            int end = Math.min(mutated.length(), start + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(start, end);
                case 1 -> mutated.insert(start, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> mutated.replace(start, end, PIECES[random.nextInt(PIECES.length)]);
                default -> mutated.insert(random.nextInt(mutated.length() + 1), mutated.substring(start, end));
            }
        }
        return mutated.toString();
    }

    private static List<String> corpus() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/corpus"))) {
            return files.filter(file -> file.endsWith("input.hjx"))
                    .sorted()
                    .map(ParserFuzzTest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
