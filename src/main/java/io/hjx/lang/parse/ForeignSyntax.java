package io.hjx.lang.parse;

import static java.util.Map.entry;

import io.hjx.lang.ast.Expr;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JavaScript that expressions leave out, and what to write in its place. Immutable. */
final class ForeignSyntax {

    private static final String ASSIGNMENT =
            "expressions do not assign: use a `set` line in a handler, or `==` to compare";
    private static final String STEP = "expressions do not assign: write `set count = count + 1` in a handler";
    private static final String BITS = "there are no bitwise operators; use `&&`, `||` or arithmetic";
    private static final String STATEMENT = "this is a statement; statements stand in `handlers:`, one a line";
    private static final String FUNCTION = "write an arrow function: `x => x + 1`";
    private static final String DECLARATION = "declare names in `state:`, or with a `let` line in a handler";

    /** Python's. */
    private static final Map<String, String> CONSTANTS = Map.of("True", "true", "False", "false", "None", "null");

    private static final Set<String> COMPARISONS = Set.of("==", "===", "!=", "!==", "<=", ">=");

    /** Words that JavaScript keeps for itself. */
    private static final Set<String> RESERVED = Set.of(
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "new",
            "null",
            "return",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield",
            "let",
            "static",
            "await",
            "implements",
            "interface",
            "package",
            "private",
            "protected",
            "public");

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("new", "there are no classes; write a literal such as `{…}` or `[…]`"),
            entry("this", "use the names of `state:` directly"),
            entry("super", "use the names of `state:` directly"),
            entry("function", FUNCTION),
            entry("class", "write an object literal: `{…}`"),
            entry("delete", "build an object without the key: `({gone, ...rest}) => rest`"),
            entry("void", "write `undefined`"),
            entry("await", "expressions do not wait; asynchronous work belongs into `script:`"),
            entry("yield", FUNCTION),
            entry("import", "imports stand in the `imports:` block"),
            entry("let", DECLARATION),
            entry("const", DECLARATION),
            entry("var", DECLARATION),
            entry("instanceof", "use `typeof`, `Array.isArray` or `in`"));

    /** Words behind an operand. */
    private static final Map<String, String> TAIL_WORDS = Map.of(
            "instanceof", "use `typeof`, `Array.isArray` or `in`",
            "and", "write `&&`",
            "or", "write `||`");

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            entry("++", STEP),
            entry("--", STEP),
            entry("&", BITS),
            entry("|", BITS),
            entry("^", BITS),
            entry("~", BITS),
            entry("<<", BITS),
            entry(">>", BITS),
            entry(">>>", BITS),
            entry(";", "leave it out: an expression is one value"),
            entry("=>", "put parentheses around the arrow function and its parameters"));

    private ForeignSyntax() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    /** A name that no parameter may take. */
    static boolean isFixed(String word) {
        return isReserved(word) || word.equals("undefined") || word.equals("NaN") || word.equals("Infinity");
    }

    /** The constant that a name of another language stands for, or null where it stands for none. */
    static @Nullable String constant(Expr value) {
        return value instanceof Expr.Identifier name ? CONSTANTS.get(name.name()) : null;
    }

    /** Help for a reserved word where an operand should stand, or null where it is no such word. */
    static @Nullable String operandHelp(ExpressionToken token) {
        if (token.kind() != ExpressionToken.Kind.NAME || !isReserved(token.text())) {
            return token.is("/") || token.is("/=")
                    ? "there are no regular expressions; use `includes`, `split` or `replaceAll`"
                    : symbolHelp(token);
        }
        return WORDS.getOrDefault(token.text(), STATEMENT);
    }

    /** Help for what follows an expression in JavaScript but not here, or null where it may belong to the caller. */
    static @Nullable String tailHelp(ExpressionToken token) {
        if (token.kind() == ExpressionToken.Kind.NAME) {
            return TAIL_WORDS.get(token.text());
        }
        return token.kind() == ExpressionToken.Kind.TEMPLATE ? "call the function with parentheses" : symbolHelp(token);
    }

    private static @Nullable String symbolHelp(ExpressionToken token) {
        if (token.kind() != ExpressionToken.Kind.SYMBOL) {
            return null;
        }
        boolean assigns = token.text().endsWith("=") && !COMPARISONS.contains(token.text());
        return assigns ? ASSIGNMENT : SYMBOLS.get(token.text());
    }
}
