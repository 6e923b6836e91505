package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Statement;
import io.hjx.lang.ast.Statement.Audience;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.NearestName;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the statements of handlers. */
final class StatementParser {

    private static final List<String> WORDS =
            List.of("set", "let", "log", "if", "else", "for", "call", "broadcast", "emit");

    /** What stands here in the place of other languages' statements. */
    private static final Map<String, String> FOREIGN = Map.of(
            "var", "write `let name = …`",
            "const", "write `let name = …`",
            "print", "write `log …`",
            "while", "write `for (item in list):`; loops go over lists alone");

    private final Context context;
    private final LogParser logs;
    private final BranchParser<Statement> branches;

    StatementParser(Context context) {
        this.context = context;
        this.logs = new LogParser(context);
        this.branches = new BranchParser<>(context, this::body);
    }

    List<Statement> statements(List<Line> lines) {
        List<Statement> statements = new ArrayList<>();
        LineReader reader = new LineReader(lines);
        while (reader.hasNext()) {
            statement(reader).ifPresent(statements::add);
        }
        return List.copyOf(statements);
    }

    private List<Statement> body(Line line, Cursor cursor) {
        HandlerParser.colon(context, line, cursor);
        return statements(line.children());
    }

    private Optional<Statement> statement(LineReader reader) {
        Line line = reader.next();
        Cursor cursor = Cursor.on(context, line);
        if (cursor.atWord("if")) {
            return Optional.of(condition(branches.chain(line, cursor, reader)));
        }
        if (BranchParser.atElse(cursor)) {
            return Optional.of(condition(branches.chain(line, branches.strayElse(cursor), reader)));
        }
        return cursor.takeWord("for") ? Optional.of(loop(line, cursor)) : Optional.ofNullable(simple(line, cursor));
    }

    private static Statement condition(BranchParser.Chain<Statement> chain) {
        List<Statement.Branch> read = chain.branches().stream()
                .map(branch -> new Statement.Branch(branch.span(), branch.condition(), branch.body()))
                .toList();
        return new Statement.If(chain.span(), read, chain.otherwise());
    }

    private Statement loop(Line line, Cursor cursor) {
        LoopHead head = LoopHead.read(cursor, false);
        List<Statement> body = body(line, cursor);
        return new Statement.For(new Span(line.start(), line.lastEnd()), head.item(), head.index(), head.list(), body);
    }

    /** A statement of one line, or null where it could not be read. */
    private @Nullable Statement simple(Line line, Cursor cursor) {
        Statement statement = read(line, cursor);
        cursor.finish("one statement a line");
        if (cursor.failed()) {
            return null;
        }
        context.refuseChildren(line, "this statement", "statements of one block are equally deep");
        return statement;
    }

    private @Nullable Statement read(Line line, Cursor cursor) {
        Name word = cursor.run(ExpressionLexer::isNamePart);
        boolean alone = cursor.atEnd()
                || Trivia.isBlank(cursor.peek())
                || cursor.atQuote()
                || word.text().equals("log");
        cursor.blank();
        return switch (alone ? word.text() : "") {
            case "set" -> set(line, cursor);
            case "let" -> let(line, cursor);
            case "log" -> new Statement.Log(line.span(), logs.value(cursor));
            case "call" -> call(line, cursor);
            case "broadcast" -> send(line, cursor, word, Audience.EVERYBODY);
            case "emit" -> send(line, cursor, word, Audience.CALLER);
            default -> unknown(cursor, word);
        };
    }

    private static Statement set(Line line, Cursor cursor) {
        Path path = cursor.path();
        equals(cursor, context(cursor).source().slice(path.span()));
        return new Statement.Set(line.span(), path, value(cursor));
    }

    private static Statement let(Line line, Cursor cursor) {
        Name name = cursor.identifier("expected a name", "write `let name = …`");
        equals(cursor, name.text());
        return new Statement.Let(line.span(), name, value(cursor));
    }

    private static void equals(Cursor cursor, String target) {
        cursor.blank();
        boolean plain = cursor.at("=") && !cursor.at("==") && !cursor.at("=>");
        if (!plain && !cursor.failed()) {
            boolean step = cursor.at("++") || cursor.at("--");
            boolean compound = cursor.peek(1) == '=' && "+-*/%".indexOf(cursor.peek()) >= 0;
            String operand = step ? "1" : "…";
            String help = step || compound
                    ? "write `set %s = %s %s %s`".formatted(target, target, cursor.peek(), operand)
                    : null;
            cursor.unexpected("expected `=`", help);
        }
        cursor.take("=");
        cursor.blank();
    }

    private static Context context(Cursor cursor) {
        return cursor.context();
    }

    private static Expr value(Cursor cursor) {
        return cursor.failed() ? new Expr.MissingExpr(Span.at(cursor.position())) : cursor.expression();
    }

    private static Statement call(Line line, Cursor cursor) {
        Name handler = cursor.identifier("expected the name of a handler", "write `call other(1)`");
        cursor.blank();
        List<Expr> arguments = cursor.at("(") ? cursor.arguments() : List.of();
        return new Statement.Call(line.span(), handler, arguments);
    }

    private static Statement send(Line line, Cursor cursor, Name word, Audience audience) {
        if (!cursor.atQuote() && !cursor.failed()) {
            int start = cursor.position();
            Name bare = cursor.run(ExpressionLexer::isNamePart);
            String help = "write `" + word + " \"" + (bare.text().isEmpty() ? "saved" : bare) + "\" …`";
            Span here = bare.text().isEmpty() ? new Span(start, cursor.limit()) : bare.span();
            cursor.fail(DiagnosticCode.EVENT_NAME_NOT_QUOTED, here, "", help);
        }
        Expr event = cursor.string();
        cursor.blank();
        if (cursor.at(",")) {
            cursor.unexpected("expected the data or the end of the line", "leave out the comma");
        }
        Expr nothing = new Expr.ConstantLiteral(Span.at(event.span().end()), Expr.Constant.NULL);
        Expr data = cursor.atEnd() ? nothing : cursor.expression();
        return new Statement.Send(line.span(), audience, event, data);
    }

    private static @Nullable Statement unknown(Cursor cursor, Name word) {
        if (word.text().isEmpty()) {
            cursor.unexpected("expected a statement such as `set`", null);
            return null;
        }
        cursor.fail(DiagnosticCode.UNKNOWN_STATEMENT, word.span(), "", help(cursor, word), word);
        return null;
    }

    /** Help for {@code console.log(x)}, {@code items.push(x)} and {@code form.name = x}. */
    private static String memberHelp(Cursor cursor, Name word) {
        String rest = cursor.context().text().substring(cursor.position(), cursor.limit());
        int open = rest.indexOf('(');
        boolean call = open > 0 && rest.endsWith(")") && rest.indexOf('=') < 0;
        if (word.text().equals("console") && call) {
            return "write `log " + rest.substring(open + 1, rest.length() - 1) + "`";
        }
        return call
                ? "write `set " + word + " = " + word + rest.substring(0, open) + "(…)`"
                : "write `set " + word + " = …`";
    }

    private static String help(Cursor cursor, Name word) {
        if (WORDS.contains(word.text())) {
            return "put a space behind `" + word + "`, and leave out parentheses around what follows";
        }
        if (cursor.at(".")) {
            return memberHelp(cursor, word);
        }
        if (!cursor.atEnd() && "=[+-*/".indexOf(cursor.peek()) >= 0) {
            return "write `set " + word + " = …`";
        }
        String foreign = FOREIGN.get(word.text());
        if (foreign != null) {
            return foreign;
        }
        String near = NearestName.of(word.text(), WORDS);
        if (near != null) {
            return "did you mean `" + near + "`?";
        }
        boolean call = cursor.at("(");
        return call ? "write `call " + word + "(…)`" : "the statements are " + String.join(", ", WORDS);
    }
}
