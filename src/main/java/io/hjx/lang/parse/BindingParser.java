package io.hjx.lang.parse;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.NearestName;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads events and binds, from behind their first word on. */
final class BindingParser {

    private static final List<String> MODIFIERS =
            List.of("prevent", "stop", "once", "self", "enter", "escape", "debounce", "throttle");
    private static final List<String> TIMED = List.of("debounce", "throttle");
    private static final int DEFAULT_WAIT = 300;

    private final Numbering numbering;

    BindingParser(Numbering numbering) {
        this.numbering = numbering;
    }

    Optional<Binding.Event> event(Cursor cursor, int start) {
        Name event = cursor.dashedName();
        List<Binding.Modifier> modifiers = new ArrayList<>();
        while (cursor.take(".")) {
            modifiers.add(modifier(cursor));
        }
        cursor.expect("->", "expected `->` and the name of a handler");
        cursor.blank();
        String help = "name a handler; what happens is written in `handlers:`";
        Name handler = cursor.identifier("expected the name of a handler", help);
        List<Expr> arguments = cursor.at("(") ? cursor.arguments() : List.of();
        if (!cursor.atEnd() && "+-=.[?".indexOf(cursor.peek()) >= 0) {
            cursor.unexpected("expected the end of the handler's name", help);
        }
        if (cursor.failed()) {
            return Optional.empty();
        }
        int site = numbering.site();
        return Optional.of(
                new Binding.Event(cursor.from(start), site, event, List.copyOf(modifiers), handler, arguments));
    }

    private Binding.Modifier modifier(Cursor cursor) {
        Name name = cursor.identifier("expected a modifier such as `prevent`", null);
        boolean timed = TIMED.contains(name.text());
        boolean known = MODIFIERS.contains(name.text());
        if (!name.text().isEmpty() && !known) {
            String near = NearestName.of(name.text(), MODIFIERS);
            String help = near != null
                    ? "did you mean `." + near + "`?"
                    : "the modifiers are " + String.join(", ", MODIFIERS);
            cursor.context().report(DiagnosticCode.UNKNOWN_MODIFIER, name.span(), "", help, name);
        }
        int wait = cursor.at("(") ? wait(cursor, name, timed || !known) : DEFAULT_WAIT;
        return new Binding.Modifier(name, timed ? wait : 0);
    }

    private static int wait(Cursor cursor, Name name, boolean timed) {
        int open = cursor.position();
        cursor.take("(");
        cursor.blank();
        Name digits = cursor.run(c -> c >= '0' && c <= '9');
        cursor.blank();
        boolean fits = !digits.text().isEmpty() && digits.text().length() < 8;
        if (!cursor.take(")") || !fits || !timed) {
            String takes = timed ? "whole milliseconds" : "no time";
            String help = timed ? "write `." + name + "(300)`" : "write `." + name + "`";
            cursor.fail(DiagnosticCode.INVALID_MODIFIER_TIME, cursor.from(open), "", help, name, takes);
            return DEFAULT_WAIT;
        }
        return Integer.parseInt(digits.text());
    }

    Optional<Binding.Value> value(Cursor cursor, int start) {
        Name property = PartParser.partName(cursor);
        cursor.blank();
        if (!cursor.take("<->") && !cursor.take("->")) {
            cursor.unexpected("expected `<->`", "write `bind value <-> name`");
        }
        cursor.blank();
        if (cursor.failed()) {
            return Optional.empty();
        }
        Path path = cursor.path();
        Span span = cursor.from(start);
        return cursor.failed()
                ? Optional.empty()
                : Optional.of(new Binding.Value(span, numbering.site(), property, path));
    }
}
