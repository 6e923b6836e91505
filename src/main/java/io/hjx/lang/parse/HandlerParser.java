package io.hjx.lang.parse;

import io.hjx.lang.ast.Declaration.Handler;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads the handlers of {@code handlers:}. */
final class HandlerParser {

    private final Context context;
    private final StatementParser statements;

    HandlerParser(Context context) {
        this.context = context;
        this.statements = new StatementParser(context);
    }

    List<Handler> handlers(List<Line> lines) {
        return lines.stream().map(this::handler).toList();
    }

    private Handler handler(Line line) {
        Cursor cursor = Cursor.on(context, line);
        Name name = cursor.identifier("expected the name of a handler", null);
        cursor.blank();
        List<Name> parameters = cursor.take("(") ? parameters(cursor) : List.of();
        colon(context, line, cursor);
        Span span = new Span(line.start(), line.lastEnd());
        return new Handler(span, name, parameters, statements.statements(line.children()));
    }

    private static List<Name> parameters(Cursor cursor) {
        List<Name> parameters = new ArrayList<>();
        cursor.blank();
        while (!cursor.take(")") && !cursor.failed()) {
            parameters.add(cursor.identifier("expected the name of a parameter or `)`", null));
            cursor.blank();
            if (!cursor.take(",") && !cursor.at(")")) {
                cursor.unexpected("expected `,` or `)`", null);
            }
            cursor.blank();
        }
        return cursor.failed() ? List.of() : List.copyOf(parameters);
    }

    /** Reads the colon that ends a line with statements below it. */
    static void colon(Context context, Line line, Cursor cursor) {
        cursor.blank();
        if (cursor.take(":")) {
            cursor.finish("put the statement on a deeper line of its own");
        } else if (!cursor.atEnd()) {
            cursor.unexpected("expected `:`", null);
        } else if (!cursor.failed()) {
            context.report(DiagnosticCode.MISSING_COLON, Span.at(line.end()), "", "end the line with `:`");
        }
    }
}
