package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code if}, {@code else if} and {@code else} lines, in layouts as in handlers.
 *
 * @param <T> what stands below a branch
 */
final class BranchParser<T> {

    private static final List<String> FOREIGN = List.of("elseif", "elif", "elsif");

    private final Context context;
    private final BiFunction<Line, Cursor, List<T>> body;

    /** @param body reads the colon that a cursor stands at, and what follows it */
    BranchParser(Context context, BiFunction<Line, Cursor, List<T>> body) {
        this.context = context;
        this.body = body;
    }

    record Branch<T>(Span span, Expr condition, List<T> body) {}

    record Chain<T>(Span span, List<Branch<T>> branches, List<T> otherwise) {}

    /** Reads from an {@code if} line through the last line that belongs to it. */
    Chain<T> chain(Line first, Cursor cursor, LineReader lines) {
        List<Branch<T>> branches = new ArrayList<>();
        branches.add(branch(first, cursor));
        List<T> otherwise = List.of();
        Line last = first;
        for (Cursor next = elseAt(lines); next != null; next = elseAt(lines)) {
            last = lines.next();
            if (next.atWord("if")) {
                branches.add(branch(last, next));
            } else {
                otherwise = body.apply(last, next);
                break;
            }
        }
        return new Chain<>(new Span(first.start(), last.lastEnd()), List.copyOf(branches), otherwise);
    }

    private @Nullable Cursor elseAt(LineReader lines) {
        Line line = lines.peek();
        Cursor cursor = line == null ? null : Cursor.on(context, line);
        return cursor != null && takeElse(cursor) ? cursor : null;
    }

    /** True at {@code else}, and at what other languages write for {@code else if}. */
    static boolean atElse(Cursor cursor) {
        // All of them begin alike, and most lines do not
        return cursor.peek() == 'e'
                && (cursor.atWord("else") || FOREIGN.stream().anyMatch(cursor::atWord));
    }

    private static boolean takeElse(Cursor cursor) {
        if (cursor.takeWord("else")) {
            return true;
        }
        boolean foreign = atElse(cursor);
        if (foreign) {
            cursor.unexpected("expected `else if`", "write `else if (…):`");
        }
        return foreign;
    }

    private Branch<T> branch(Line line, Cursor cursor) {
        cursor.takeWord("if");
        String help = cursor.at("(") ? null : "put the condition in parentheses: `if (…):`";
        if (help != null) {
            cursor.unexpected("expected `(`", help);
        }
        cursor.take("(");
        Expr condition = cursor.failed() ? new Expr.MissingExpr(Span.at(cursor.position())) : cursor.expression();
        cursor.expect(")", "expected `)` behind the condition");
        return new Branch<>(new Span(line.start(), line.lastEnd()), condition, body.apply(line, cursor));
    }

    /** Reports an {@code else} that follows no {@code if}; what stands on the line is then read as an {@code if}. */
    Cursor strayElse(Cursor cursor) {
        Span word = new Span(cursor.position(), cursor.position() + "else".length());
        String place = "`else` stands right below the lines of its `if`, as deep as the `if`";
        String help = cursor.atWord("else") ? place : "write `else if`; " + place;
        cursor.context().report(DiagnosticCode.MISPLACED_ELSE, word, "", help);
        if (!cursor.takeWord("else") || !cursor.atWord("if")) {
            cursor.giveUp();
        }
        return cursor;
    }
}
