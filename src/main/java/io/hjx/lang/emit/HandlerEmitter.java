package io.hjx.lang.emit;

import io.hjx.lang.analyze.ListSource;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes one handler as a method of a program: what {@code HandlerInterpreter} does, in plain JavaScript. Confined to
 * one thread.
 *
 * <p>Names of the component and of the layout's loops are read and set in {@code state}; parameters, variables and the
 * handler's own loops are JavaScript's, with a {@code $} behind their names.
 */
final class HandlerEmitter implements Statement.Visitor<HandlerEmitter> {

    private final StateNames names;
    private final Set<String> taken = new HashSet<>();
    private final Deque<Map<String, Variable>> blocks = new ArrayDeque<>();
    private CodeWriter code = new CodeWriter();

    /** What a name of the handler's own is in JavaScript. Confined to the emitter. */
    private static final class Variable {

        /** Whether and how a name is set. */
        enum Kind {
            /** By an assignment. */
            VARIABLE,
            /** Not at all. */
            FIXED
        }

        private final String text;
        private final Kind kind;
        private boolean used;

        Variable(String text, Kind kind) {
            this.text = text;
            this.kind = kind;
        }
    }

    private HandlerEmitter(StateNames names) {
        this.names = names;
    }

    /** The handler as a method with a comma behind it. */
    static String emit(Declaration.Handler handler, StateNames names) {
        return new HandlerEmitter(names).write(handler);
    }

    private String write(Declaration.Handler handler) {
        blocks.push(new HashMap<>());
        List<String> parameters = new ArrayList<>(List.of("turn", "state"));
        for (Name parameter : handler.parameters()) {
            parameters.add(declare(parameter.text(), Variable.Kind.FIXED).text);
        }
        String name = Marker.PLACES.at(handler.name().span()) + handler.name().text();
        code.line(name + "(" + String.join(", ", parameters) + ") {").in();
        handler.body().forEach(statement -> statement.accept(this));
        return code.out().line("},").toString();
    }

    // ---- names

    private Variable declare(String name, Variable.Kind kind) {
        return declare(name, new Variable(fresh(name), kind));
    }

    private Variable declare(String name, Variable variable) {
        blocks.getFirst().put(name, variable);
        return variable;
    }

    /** A name that hides nothing: JavaScript's rules on what a name means before its declaration are not ours. */
    private String fresh(String name) {
        String text = name + "$";
        for (int i = 2; !taken.add(text); i++) {
            text = name + "$" + i;
        }
        return text;
    }

    private @Nullable Variable find(String name) {
        for (Map<String, Variable> block : blocks) {
            Variable variable = block.get(name);
            if (variable != null) {
                variable.used = true;
                return variable;
            }
        }
        return null;
    }

    private @Nullable String read(String name) {
        Variable variable = find(name);
        return variable == null ? names.textInEvent(name) : variable.text;
    }

    private String expression(Expr expr) {
        return JsExpressionEmitter.ofHandlers(this::read).emit(expr);
    }

    /** The statement that sets a path. */
    private String assignment(Path path, String value) {
        String root = path.root().text();
        Variable variable = find(root);
        String target = variable == null ? names.text(root) : variable.text;
        if (target == null || (variable != null && variable.kind == Variable.Kind.FIXED)) {
            return "$.fail(" + JsText.string("`" + root + "` cannot be set") + ");";
        }
        return target + " = " + References.replaced(path, target, value, this::expression) + ";";
    }

    // ---- statements

    private HandlerEmitter line(Statement statement, String text) {
        code.line(opening(statement) + text);
        return this;
    }

    /** What begins a statement: it tells its place, for when it fails. */
    private String opening(Statement statement) {
        String at = JsText.string(
                names.component().source().position(statement.span().start()).toString());
        return Marker.PLACES.at(statement.span()) + "turn.at = " + at + "; ";
    }

    /** Statements whose variables end with them. */
    private String within(Runnable declarations, List<Statement> statements) {
        CodeWriter outer = code;
        code = new CodeWriter();
        blocks.push(new HashMap<>());
        declarations.run();
        statements.forEach(statement -> statement.accept(this));
        blocks.pop();
        String text = code.toString();
        code = outer;
        return text;
    }

    private void block(String head, String body) {
        code.line(head).in().lines(body).out();
    }

    @Override
    public HandlerEmitter visitSet(Statement.Set statement) {
        return line(statement, assignment(statement.path(), expression(statement.value())));
    }

    @Override
    public HandlerEmitter visitLet(Statement.Let statement) {
        String value = expression(statement.value());
        String name = statement.name().text();
        Variable before = blocks.getFirst().get(name);
        if (before != null && before.kind == Variable.Kind.VARIABLE) {
            return line(statement, before.text + " = " + value + ";");
        }
        Variable variable = declare(name, Variable.Kind.VARIABLE);
        return line(statement, "let " + variable.text + " = " + value + ";");
    }

    @Override
    public HandlerEmitter visitLog(Statement.Log statement) {
        return line(statement, "turn.log(" + expression(statement.value()) + ");");
    }

    @Override
    public HandlerEmitter visitIf(Statement.If statement) {
        String opening = opening(statement);
        for (Statement.Branch branch : statement.branches()) {
            String head = opening + "if (" + expression(branch.condition()) + ") {";
            block(head, within(() -> {}, branch.body()));
            opening = "} else ";
        }
        if (!statement.otherwise().isEmpty()) {
            block("} else {", within(() -> {}, statement.otherwise()));
        }
        code.line("}");
        return this;
    }

    @Override
    public HandlerEmitter visitFor(Statement.For statement) {
        String list = expression(statement.list());
        boolean writes = ItemWrites.in(statement.body(), statement.item().text(), this::computed);
        Loop loop = writes ? writing(statement, list) : reading(statement, list);
        block(opening(statement) + loop.head, loop.body);
        code.line("}");
        return this;
    }

    /** A loop's first line and those inside. */
    private record Loop(String head, String body) {}

    private Loop reading(Statement.For statement, String list) {
        Variable position = new Variable(fresh(statement.index().text()), Variable.Kind.FIXED);
        Variable item = new Variable(fresh(statement.item().text()), Variable.Kind.FIXED);
        String body = loopBody(statement, item, position);
        String items = "turn.items(" + list + ")";
        String head = position.used
                ? "for (const [" + position.text + ", " + item.text + "] of " + items + ".entries()) {"
                : "for (const " + item.text + " of " + items + ") {";
        return new Loop(head, body);
    }

    /** Items that are set are written back to their list. */
    private Loop writing(Statement.For statement, String list) {
        String name = statement.item().text();
        String owner = owner(statement.list());
        String pass = fresh(name);
        Variable position = new Variable(pass + ".index", Variable.Kind.FIXED);
        String body = loopBody(statement, new Variable(pass + ".item", Variable.Kind.VARIABLE), position);
        String arguments = list + ", " + JsText.string(name) + (owner.isEmpty() ? "" : ", " + owner);
        return new Loop("for (const " + pass + " of turn.passes(" + arguments + ")) {", body);
    }

    private String loopBody(Statement.For statement, Variable item, Variable position) {
        return within(
                () -> {
                    declare(statement.index().text(), position);
                    declare(statement.item().text(), item);
                },
                statement.body());
    }

    /** How the list is read and set to which the items of a loop are written back; empty where there is none. */
    private String owner(Expr list) {
        Path source = ListSource.of(list, this::computed);
        if (source == null) {
            return "";
        }
        return "{ get: () => " + JsText.body(expression(BoundPath.expression(source))) + ", set: (list) => { "
                + assignment(source, "list") + " } }";
    }

    private @Nullable Expr computed(String name) {
        if (find(name) != null) {
            return null;
        }
        Symbol symbol = names.component().symbols().get(name);
        return symbol != null && symbol.kind().computed() ? symbol.value() : null;
    }

    @Override
    public HandlerEmitter visitCall(Statement.Call statement) {
        String arguments = References.arguments(statement.arguments(), this::expression);
        String name = JsText.string(statement.handler().text());
        return line(statement, "turn.call(" + name + ", state" + (arguments.isEmpty() ? "" : ", " + arguments) + ");");
    }

    @Override
    public HandlerEmitter visitSend(Statement.Send statement) {
        String method = statement.audience() == Statement.Audience.EVERYBODY ? "broadcast" : "emit";
        String arguments = List.of(statement.event(), statement.data()).stream()
                .map(this::expression)
                .collect(Collectors.joining(", "));
        return line(statement, "turn." + method + "(" + arguments + ");");
    }
}
