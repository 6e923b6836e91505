package io.hjx.lang.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private ExpressionParser parser(String text) {
        return new ExpressionParser(new SourceFile("test.hjx", text), diagnostics);
    }

    private String tree(String text) {
        ExpressionParser.Parsed<Expr> parsed = parser(text).expression(0, text.length());
        assertThat(diagnostics.list()).isEmpty();
        assertThat(text.substring(parsed.end())).isBlank();
        return ExpressionPrinter.print(parsed.node());
    }

    private Diagnostic fault(String text) {
        Diagnostics own = new Diagnostics();
        Expr node = new ExpressionParser(new SourceFile("test.hjx", text), own)
                .expression(0, text.length())
                .node();
        assertThat(own.list()).as(text).hasSize(1);
        assertThat(node).isInstanceOf(Expr.MissingExpr.class);
        return own.list().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "a + b * c → (+ a (* b c))",
                "a - b - c → (- (- a b) c)",
                "a ** b ** c → (** a (** b c))",
                "2 ** -1 → (** 2 (- 1))",
                "(-2) ** 2 → (** (- 2) 2)",
                "a || b && c → (|| a (&& b c))",
                "(a || b) ?? c → (?? (|| a b) c)",
                "a ?? b ?? c → (?? (?? a b) c)",
                "a ?? (b && c) → (?? a (&& b c))",
                "a === b !== c → (!== (=== a b) c)",
                "a < b == c > d → (== (< a b) (> c d))",
                "'x' in a → (in 'x' a)",
                "!a.b → (! (. a b))",
                "- - +a → (- (- (+ a)))",
                "typeof typeof a → (typeof (typeof a))",
                "a ? b : c ? d : e → (? a b (? c d e))",
                "a ?.5 : 1 → (? a 0.5 1)",
                "a?.b.c(1) → (chain (call (. (?. a b) c) 1))",
                "(a?.b).c → (. (chain (?. a b)) c)",
                "a?.[0]?.(x, ...y) → (chain (?.call (?.[] a 0) x ...y))",
                "a.class.in → (. (. a class) in)",
                "x => x + 1 → (=> [x] (+ x 1))",
                "() => ({a}) → (=> [] {a:a})",
                "(a) → a",
                "(a = 1, [b,,c = 2] = [], {d, 'e': f, [g]: {h} = {}, ...i}, ...j) => a"
                        + " → (=> [a=1 [b _ c=2]=(array) {d:d e:f [g]:{h:h}={} :...i} ...j] a)",
                "((a) => b => a)(1)(2) → (call (call (=> [a] (=> [b] a)) 1) 2)",
                "[1,,2,] → (array 1 undefined 2)",
                "[...a, b] → (array ...a b)",
                "{a: 1, 'b c': 2, 3: 4, 1.5: 5, [k]: 6, d, ...e, if: 7,} → {a:1 b c:2 3:4 [1.5]:5 [k]:6 d:d ...e if:7}",
                "`a${b}c${`d${e}`}` → (template [a, c, ] b (template [d, ] e))",
                "`${{a: `}`}.a}` → (template [, ] (. {a:(template [}])} a))",
                "0x1F + 0b11 + 0o17 + 1_000 + .5 + 5. + 1e3 → (+ (+ (+ (+ (+ (+ 31 3) 15) 1000) 0.5) 5) 1000)",
                "undefined → undefined",
                "NaN → NaN",
                "größe + $x_1 → (+ größe $x_1)",
                "a.map(x => x.b).filter((y, i) => i % 2)"
                        + " → (call (. (call (. a map) (=> [x] (. x b))) filter) (=> [y i] (% i 2)))"
            })
    void expression_precedence(String text, String expected) {
        assertThat(tree(text)).isEqualTo(expected);
    }

    @Test
    void expression_stringEscapes() {
        assertThat(tree("'a\\n\\t\\'\\x41\\u0042\\u{1F600}\\0\\q\\\\'")).isEqualTo("'a\n\t'AB\uD83D\uDE00\0q\\'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "a }} b → 1",
                "a, b → 1",
                "a b → 1",
                "x => x ) y → 6",
                "a + b key c → 5",
                "{{a: 1}}} → 0",
                "a # b → 1"
            })
    void expression_endsBeforeWhatIsNotItsOwn(String text, int end) {
        if (end > 0) {
            assertThat(parser(text).expression(0, text.length()).end()).isEqualTo(end);
            assertThat(diagnostics.list()).isEmpty();
        }
    }

    @Test
    void expression_lineFeedEndsItOutsideBrackets() {
        assertThat(parser("a\n+ b").expression(0, 5).end()).isEqualTo(1);
        assertThat(parser("a\n+ b").bracketed(0, 5).end()).isEqualTo(5);
        assertThat(tree("[\n 1, # one\n 2, // two\n]")).isEqualTo("(array 1 2)");
        assertThat(tree("f(`\n`,\n\ta\n)")).isEqualTo("(call f (template [\n]) a)");
    }

    @Test
    void expression_commentNeedsWhiteSpace() {
        assertThat(parser("a // b").expression(0, 6).end()).isEqualTo(1);
        assertThat(parser("a // b").expression(0, 6).node()).isInstanceOf(Expr.Identifier.class);
        assertThat(fault("a//b").title()).contains("`/`");
    }

    @Test
    void expression_spansAndOffsets() {
        String text = "xx (a + b).c[0] yy";
        ExpressionParser.Parsed<Expr> parsed = parser(text).expression(2, text.length());
        Expr.IndexExpr index = (Expr.IndexExpr) parsed.node();
        SourceFile source = new SourceFile("", text);
        assertThat(source.slice(index.span())).isEqualTo("(a + b).c[0]");
        assertThat(source.slice(index.object().span())).isEqualTo("(a + b).c");
        assertThat(source.slice(((Expr.MemberExpr) index.object()).property().span()))
                .isEqualTo("c");
        assertThat(source.slice(((Expr.MemberExpr) index.object()).object().span()))
                .isEqualTo("a + b");
        assertThat(parsed.end()).isEqualTo(15);
    }

    @Test
    void expression_limitIsTheEnd() {
        assertThat(parser("abc + d").expression(0, 2).end()).isEqualTo(2);
        assertThat(parser("'abc'").expression(0, 3).node()).isInstanceOf(Expr.MissingExpr.class);
        assertThat(diagnostics.list()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "a = b → `=` is not part of expressions → `set`",
                "a += b → `+=` is not part of expressions → `set`",
                "f(a = 1) → `=` is not part of expressions → `set`",
                "a++ → `++` is not part of expressions → set count = count + 1",
                "--a → `--` is not part of expressions → set count = count + 1",
                "new Date() → `new` is not part of expressions → literal",
                "this.count → `this` is not part of expressions → `state:`",
                "function (x) {} → `function` is not part of expressions → x => x + 1",
                "a.map(function (x) {}) → `function` is not part of expressions → x => x + 1",
                "/a/.test(b) → `/` is not part of expressions → regular expressions",
                "if (a) b → `if` is not part of expressions → statement",
                "return a → `return` is not part of expressions → statement",
                "a; b → `;` is not part of expressions → leave it out",
                "a instanceof b → `instanceof` is not part of expressions → typeof",
                "a & b → `&` is not part of expressions → bitwise",
                "1 + a => b → `=>` is not part of expressions → parentheses",
                "x => { return 1 } → unexpected `{` → ({…})",
                "a`b` → template literal is not part of expressions → parentheses",
                "a || b ?? c → `||` and `??` together need parentheses → parentheses",
                "a ?? b && c → `??` and `&&` together need parentheses → parentheses",
                "-a ** b → `-` and `**` together need parentheses → parentheses",
                "'abc → string is not closed → add",
                "`abc → template literal is not closed → add",
                "'\\x1' → invalid escape `\\x` → hexadecimal",
                "012 → invalid number → leading zero",
                "3px → invalid number → space",
                "1n → invalid number → doubles",
                "1__0 → invalid number → digits",
                "(a, b) → unexpected `,` → `[a, b]`",
                "{f() {}} → unexpected `(` → property",
                "(a, a) => a → parameter `a` is there twice → ~~",
                "(new) => 1 → unexpected `new` → reserved",
                "(a → unexpected end of the expression → ~~",
                "[a b] → unexpected `b` → ~~",
                "a ? b → unexpected end of the expression → ~~",
                "a. → unexpected end of the expression → ~~",
                "@a → unexpected `@` → ~~",
                "+ → unexpected end of the expression → ~~"
            })
    void expression_faultSaysWhatToDo(String text, String title, String help) {
        Diagnostic fault = fault(text);
        assertThat(fault.title()).isEqualTo(title);
        assertThat(fault.help() == null ? "" : fault.help()).contains(help);
    }

    @Test
    void expression_faultSaysWhichBracketIsOpen() {
        assertThat(fault("f(1, [2, 3)").label()).isEqualTo("expected `]`, which closes the `[` at 1:6");
    }

    @Test
    void expression_faultEndsAtTheCaller() {
        String text = "(class a: new B([1]), on click -> f)";
        assertThat(parser(text).bracketed(9, text.length()).end()).isEqualTo(text.indexOf(", on"));
        assertThat(parser("a = b\nc").expression(0, 7).end()).isEqualTo(5);
        assertThat(diagnostics.list()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[", "{a:", "!", "a+(", "x=>", "a?", "f(", "`${", "a.b(", "(a=(", "([", "a**", "a??b."})
    void expression_deepNestingIsOneDiagnostic(String piece) {
        assertThat(fault(piece.repeat(50_000))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+a", ".a", "[0]", "()", "||a", "?.a"})
    void expression_longChainIsOneDiagnostic(String link) {
        assertThat(tree("a" + link.repeat(150))).isNotEmpty();
        assertThat(fault("a" + link.repeat(50_000)).title()).isEqualTo("expression nested too deeply");
    }

    @Test
    void expression_chainsInChainsAreBounded() {
        String text = "a";
        for (int i = 0; i < 20; i++) {
            text = "(" + text + "+a".repeat(100) + ")";
        }
        assertThat(fault(text).title()).isEqualTo("expression nested too deeply");
    }

    @Test
    void arguments_listAndSpread() {
        ExpressionParser.Parsed<List<Expr>> parsed = parser("f(a, ...b,) x").arguments(1, 13);
        assertThat(parsed.node()).hasSize(2);
        assertThat(parsed.end()).isEqualTo(11);
        assertThat(parser("()").arguments(0, 2).node()).isEmpty();
        assertThat(diagnostics.list()).isEmpty();
    }

    @Test
    void arguments_faultSkipsToTheClosingParenthesis() {
        String text = "(a, new B(1), c): x";
        ExpressionParser.Parsed<List<Expr>> parsed = parser(text).arguments(0, text.length());
        assertThat(parsed.end()).isEqualTo(text.indexOf(':'));
        assertThat(diagnostics.list()).hasSize(1);
    }

    @Test
    void path_steps() {
        ExpressionParser.Parsed<Path> parsed =
                parser("form.items[i + 1].name = 3").path(0, 26);
        assertThat(parsed.node().root().text()).isEqualTo("form");
        assertThat(parsed.node().steps()).hasSize(3);
        assertThat(parsed.end()).isEqualTo(22);
        assertThat(diagnostics.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "a?.b", "a[", "this.a", "f()", ""})
    void path_fault(String text) {
        assertThat(parser(text).path(0, text.length()).node().root().text()).isEmpty();
        assertThat(diagnostics.list()).hasSize(1);
    }
}
