package io.hjx.lang.emit;

import io.hjx.lang.analyze.ListSource;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Statement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether statements may set the item of the loop around them: by its name, or by the items of a list in it.
 * Immutable.
 */
record ItemWrites(String item, Function<String, @Nullable Expr> computed) implements Statement.Visitor<Boolean> {

    /** @param computed the expression of a computed name, or null where a name is none */
    static boolean in(List<Statement> statements, String item, Function<String, @Nullable Expr> computed) {
        return new ItemWrites(item, computed).any(statements);
    }

    private boolean any(List<Statement> statements) {
        return statements.stream().anyMatch(statement -> statement.accept(this));
    }

    @Override
    public Boolean visitSet(Statement.Set statement) {
        return statement.path().root().text().equals(item);
    }

    @Override
    public Boolean visitLet(Statement.Let statement) {
        return false;
    }

    @Override
    public Boolean visitLog(Statement.Log statement) {
        return false;
    }

    @Override
    public Boolean visitIf(Statement.If statement) {
        return statement.branches().stream().anyMatch(branch -> any(branch.body())) || any(statement.otherwise());
    }

    @Override
    public Boolean visitFor(Statement.For statement) {
        Path source = ListSource.of(statement.list(), computed);
        boolean below = source != null && source.root().text().equals(item);
        return any(statement.body())
                || (below && in(statement.body(), statement.item().text(), computed));
    }

    @Override
    public Boolean visitCall(Statement.Call statement) {
        return false;
    }

    @Override
    public Boolean visitSend(Statement.Send statement) {
        return false;
    }
}
