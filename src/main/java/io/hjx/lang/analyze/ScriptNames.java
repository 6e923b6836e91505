package io.hjx.lang.analyze;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that a {@code script:} adds by {@code store.compute("name", …)}. */
final class ScriptNames {

    private static final Pattern COMPUTE = Pattern.compile("\\.compute\\s*\\(\\s*([\"'`])([A-Za-z_$][\\w$]*)\\1");

    private ScriptNames() {}

    /** Adds the names that nothing declares; until the script has run they are {@code null}. */
    static void add(ComponentFile file, SymbolTable symbols) {
        if (file.script() == null) {
            return;
        }
        Matcher matcher = COMPUTE.matcher(file.script().text());
        while (matcher.find()) {
            int start = file.script().span().start() + matcher.start(2);
            Span span = new Span(start, start + matcher.group(2).length());
            Expr none = new Expr.ConstantLiteral(span, Expr.Constant.NULL);
            symbols.addImplicit(matcher.group(2), span, Symbol.Kind.STATE, none);
        }
    }
}
