package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.ExpressionParser;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;

/** Parses and evaluates expressions of tests. */
public final class Evaluated {

    private Evaluated() {}

    public static Expr parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        ExpressionParser.Parsed<Expr> parsed =
                new ExpressionParser(new SourceFile("test.hjx", text), diagnostics).bracketed(0, text.length());
        if (diagnostics.hasErrors() || parsed.end() != text.stripTrailing().length()) {
            throw new AssertionError(text + " at " + parsed.end() + ": " + diagnostics.list());
        }
        return parsed.node();
    }

    /** The names are the properties of a JSON object. */
    public static Names names(String json) {
        ObjectValue names = (ObjectValue) Json.parse(json);
        return name -> names.has(name) ? names.get(name) : null;
    }

    static Value of(String text) {
        return of(text, "{}");
    }

    static Value of(String text, String names) {
        return ExpressionEvaluator.pure().evaluate(parse(text), names(names), Budget.standard());
    }

    /** The value as JSON, {@code undefined} by its name. */
    static String json(String text, String names) {
        Value value = of(text, names);
        return value == Undefined.UNDEFINED ? "undefined" : Json.print(value);
    }
}
