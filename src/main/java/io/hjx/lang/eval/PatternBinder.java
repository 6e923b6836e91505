package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Pattern;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the parameters of one call their values. Confined to the evaluating thread. */
final class PatternBinder {

    private final ParameterScope scope;
    private final Evaluation inside;

    PatternBinder(ParameterScope scope, Evaluation inside) {
        this.scope = scope;
        this.inside = inside;
    }

    void bindAll(List<? extends @Nullable Pattern> patterns, List<Value> values) {
        for (int i = 0; i < patterns.size(); i++) {
            Pattern pattern = patterns.get(i);
            if (pattern instanceof Pattern.Rest rest) {
                bind(rest.target(), ListValue.of(i < values.size() ? values.subList(i, values.size()) : List.of()));
            } else if (pattern != null) {
                bind(pattern, i < values.size() ? values.get(i) : Undefined.UNDEFINED);
            }
        }
    }

    private void bind(Pattern pattern, Value value) {
        if (pattern instanceof Pattern.Variable variable) {
            scope.add(variable.name().text(), orFallback(value, variable.fallback()));
        } else if (pattern instanceof Pattern.ArrayPattern array) {
            Value items = orFallback(value, array.fallback());
            bindAll(array.elements(), inside.iterate(items, array.span()).items());
        } else if (pattern instanceof Pattern.ObjectPattern object) {
            bindProperties(object, orFallback(value, object.fallback()));
        }
    }

    private Value orFallback(Value value, @Nullable Expr fallback) {
        return value == Undefined.UNDEFINED && fallback != null ? inside.evaluate(fallback) : value;
    }

    private void bindProperties(Pattern.ObjectPattern pattern, Value value) {
        Set<String> taken = new HashSet<>();
        for (Pattern.Property property : pattern.properties()) {
            if (property.target() instanceof Pattern.Rest rest) {
                bind(rest.target(), rest(value, taken));
                continue;
            }
            Expr computed = property.key().computed();
            String key = computed == null ? property.key().text() : inside.key(inside.evaluate(computed));
            taken.add(key);
            bind(property.target(), Properties.get(value, key));
        }
    }

    private Value rest(Value value, Set<String> taken) {
        ObjectValue.Builder builder = new ObjectValue.Builder(4);
        ObjectFunctions.spread(builder, value, inside.budget());
        ObjectValue all = builder.build();
        for (String key : taken) {
            all = all.without(key);
        }
        return all;
    }
}
