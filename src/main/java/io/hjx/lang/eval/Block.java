package io.hjx.lang.eval;

import io.hjx.lang.source.Span;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of a handler, or the variables of a block of statements. Confined to the run's thread. */
final class Block implements Scope {

    private final Scope outer;
    private final List<Variable> variables = new ArrayList<>(2);

    private static final class Variable {
        final String name;
        final boolean parameter;
        Value value;

        Variable(String name, boolean parameter, Value value) {
            this.name = name;
            this.parameter = parameter;
            this.value = value;
        }
    }

    Block(Scope outer) {
        this.outer = outer;
    }

    void parameter(String name, Value value) {
        variables.add(new Variable(name, true, value));
    }

    void let(String name, Value value) {
        variables.add(new Variable(name, false, value));
    }

    private @Nullable Variable variable(String name) {
        for (int i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name.equals(name)) {
                return variables.get(i);
            }
        }
        return null;
    }

    @Override
    public @Nullable Value find(String name) {
        Variable variable = variable(name);
        return variable != null ? variable.value : outer.find(name);
    }

    @Override
    public void assign(String name, List<Value> keys, Value value, Span at) {
        Variable variable = variable(name);
        if (variable == null) {
            outer.assign(name, keys, value, at);
        } else if (variable.parameter) {
            throw new EvaluationException(at, "`" + name + "` is a parameter and cannot be set");
        } else {
            variable.value = Paths.replace(variable.value, keys, value, name, at);
        }
    }

    @Override
    public boolean hides(String name) {
        return variable(name) != null || outer.hides(name);
    }
}
