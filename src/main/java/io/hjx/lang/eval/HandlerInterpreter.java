package io.hjx.lang.eval;

import io.hjx.lang.analyze.ListSource;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Statement;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one component's handlers for one event. Confined to the run's thread. */
final class HandlerInterpreter implements Statement.Visitor<HandlerInterpreter> {

    private final PlaceFrame frame;
    private final Scope around;
    private final Run run;
    private final Effects effects;
    private final ComponentProgram.Fallback fallback;

    private String handler = "";
    private Block block;

    /** @param around the loops' names around the event's element over those of {@code frame} */
    HandlerInterpreter(PlaceFrame frame, Scope around, Effects effects, ComponentProgram.Fallback fallback) {
        this.frame = frame;
        this.around = around;
        this.run = frame.run();
        this.effects = effects;
        this.fallback = fallback;
        this.block = new Block(around);
    }

    /** Runs a handler; missing arguments are {@code undefined}, surplus ones are ignored. */
    void call(Declaration.Handler called, List<Value> arguments) {
        String callerName = handler;
        Block callerBlock = block;
        run.budget.enter();
        handler = called.name().text();
        block = new Block(around);
        for (int i = 0; i < called.parameters().size(); i++) {
            Value argument = i < arguments.size() ? arguments.get(i) : Undefined.UNDEFINED;
            block.parameter(called.parameters().get(i).text(), argument);
        }
        execute(called.body());
        block = callerBlock;
        handler = callerName;
        run.budget.leave();
    }

    private void execute(List<Statement> statements) {
        for (Statement statement : statements) {
            try {
                run.budget.spend(1);
                statement.accept(this);
            } catch (EvaluationException failure) {
                throw failure.in(frame.source());
            } catch (BudgetExceededException exceeded) {
                throw exceeded.at(frame.source(), statement.span());
            }
        }
    }

    /** Runs statements whose variables end with them. */
    private void executeWithin(Scope outer, List<Statement> statements) {
        Block before = block;
        block = new Block(outer);
        execute(statements);
        block = before;
    }

    private Value evaluate(Expr expr) {
        return run.evaluate(expr, block, frame.source());
    }

    private List<Value> evaluate(List<Expr> exprs) {
        return run.arguments(exprs, block, frame.source());
    }

    @Override
    public HandlerInterpreter visitSet(Statement.Set statement) {
        Path path = statement.path();
        Value value = evaluate(statement.value());
        List<Value> keys = run.keys(path, block, frame.source());
        block.assign(path.root().text(), keys, value, path.span());
        return this;
    }

    @Override
    public HandlerInterpreter visitLet(Statement.Let statement) {
        block.let(statement.name().text(), evaluate(statement.value()));
        return this;
    }

    @Override
    public HandlerInterpreter visitLog(Statement.Log statement) {
        Value value = evaluate(statement.value());
        effects.log(handler, value instanceof StringValue text ? text.value() : Json.print(value));
        return this;
    }

    @Override
    public HandlerInterpreter visitIf(Statement.If statement) {
        for (Statement.Branch branch : statement.branches()) {
            if (Conversions.toBoolean(evaluate(branch.condition()))) {
                executeWithin(block, branch.body());
                return this;
            }
        }
        executeWithin(block, statement.otherwise());
        return this;
    }

    @Override
    public HandlerInterpreter visitFor(Statement.For statement) {
        Value list = evaluate(statement.list());
        if (Conversions.isNullish(list)) {
            return this;
        }
        if (!(list instanceof ListValue items)) {
            String what = "`for` goes through a list, and this is a " + list.typeName();
            throw new EvaluationException(statement.list().span(), what);
        }
        Block outer = block;
        Path source = ListSource.of(statement.list(), name -> outer.hides(name) ? null : computed(name));
        String item = statement.item().text();
        String index = statement.index().text();
        for (int i = 0; i < items.size(); i++) {
            run.budget.spend(1);
            LoopScope loop = new LoopScope(outer, run, frame.source(), item, index, source, i, items.get(i));
            executeWithin(loop, statement.body());
        }
        return this;
    }

    private @Nullable Expr computed(String name) {
        return frame.place().slots.get(name) instanceof Slot.Computed computed ? computed.value() : null;
    }

    @Override
    public HandlerInterpreter visitCall(Statement.Call statement) {
        List<Value> arguments = evaluate(statement.arguments());
        String name = statement.handler().text();
        Declaration.Handler called = frame.place().handlers.get(name);
        if (called != null) {
            call(called, arguments);
        } else if (!fallback.call(name, arguments, ArgumentSources.of(statement.arguments()))) {
            throw new EvaluationException(statement.handler().span(), "there is no handler `" + name + "`");
        }
        return this;
    }

    @Override
    public HandlerInterpreter visitSend(Statement.Send statement) {
        String event = Conversions.toText(evaluate(statement.event()));
        Value data = Paths.storable(evaluate(statement.data()));
        if (statement.audience() == Statement.Audience.EVERYBODY) {
            effects.broadcast(event, data);
        } else {
            effects.emit(event, data);
        }
        return this;
    }
}
