package io.hjx.lang.analyze;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Statement;
import java.util.ArrayList;
import java.util.List;

/** One walk through a handler: every place that names something, and every call of another handler. */
final class HandlerScan implements Statement.Visitor<HandlerScan> {

    private final LoopNames loops;
    private final List<NameUse> names = new ArrayList<>();
    private final List<Expr> expressions = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Statement.Set> sets = new ArrayList<>();
    private final List<Statement.Call> calls = new ArrayList<>();
    private final List<Name> introduced = new ArrayList<>();
    private Scope scope = Scope.EMPTY;

    private HandlerScan(LoopNames loops) {
        this.loops = loops;
    }

    /** @param loops the loops that the handler may be called from */
    static HandlerScan of(Declaration.Handler handler, LoopNames loops) {
        HandlerScan scan = new HandlerScan(loops);
        for (Name parameter : handler.parameters()) {
            scan.introduced.add(parameter);
            scan.scope = scan.scope.with(parameter.text(), Scope.Kind.PARAMETER);
        }
        scan.walk(handler.body());
        return scan;
    }

    List<NameUse> names() {
        return names;
    }

    /** Everything that is evaluated. */
    List<Expr> expressions() {
        return expressions;
    }

    List<Choice> choices() {
        return choices;
    }

    List<Statement.Set> sets() {
        return sets;
    }

    List<Statement.Call> calls() {
        return calls;
    }

    /** Parameters, {@code let} and loop names as they are written. */
    List<Name> introduced() {
        return introduced;
    }

    private void walk(List<Statement> statements) {
        Scope outer = scope;
        statements.forEach(statement -> statement.accept(this));
        scope = outer;
    }

    private void read(Expr expr) {
        expressions.add(expr);
        FreeNames.each(
                expr,
                (name, parameters) -> names.add(new NameUse(
                        name.name(), name.span(), NameUse.Kind.HANDLER, scope.withParameters(parameters), loops)));
    }

    @Override
    public HandlerScan visitSet(Statement.Set statement) {
        Path path = statement.path();
        sets.add(statement);
        names.add(new NameUse(path.root().text(), path.root().span(), NameUse.Kind.SET, scope, loops));
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Index index) {
                read(index.index());
            }
        }
        read(statement.value());
        return this;
    }

    @Override
    public HandlerScan visitLet(Statement.Let statement) {
        read(statement.value());
        introduced.add(statement.name());
        scope = scope.with(statement.name().text(), Scope.Kind.VARIABLE);
        return this;
    }

    @Override
    public HandlerScan visitLog(Statement.Log statement) {
        read(statement.value());
        return this;
    }

    @Override
    public HandlerScan visitIf(Statement.If statement) {
        choices.add(new Choice(
                statement.branches().stream().map(Statement.Branch::condition).toList()));
        for (Statement.Branch branch : statement.branches()) {
            read(branch.condition());
            walk(branch.body());
        }
        walk(statement.otherwise());
        return this;
    }

    @Override
    public HandlerScan visitFor(Statement.For statement) {
        read(statement.list());
        introduced.add(statement.item());
        introduced.add(statement.index());
        Scope outer = scope;
        scope = scope.withLoop(statement.item().text(), statement.index().text(), statement.list());
        walk(statement.body());
        scope = outer;
        return this;
    }

    @Override
    public HandlerScan visitCall(Statement.Call statement) {
        calls.add(statement);
        statement.arguments().forEach(this::read);
        return this;
    }

    @Override
    public HandlerScan visitSend(Statement.Send statement) {
        read(statement.event());
        read(statement.data());
        return this;
    }
}
