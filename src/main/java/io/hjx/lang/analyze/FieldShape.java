package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that an object is declared with, and those that it gets later. Confined to the compiling thread. */
final class FieldShape {

    private final Map<String, @Nullable FieldShape> declared = new LinkedHashMap<>();
    private final Set<String> added = new HashSet<>();
    private boolean open;

    private FieldShape() {}

    /** The shape of an object literal; null for anything else. */
    static @Nullable FieldShape of(Expr value) {
        if (!(value instanceof Expr.ObjectExpr object)) {
            return null;
        }
        FieldShape shape = new FieldShape();
        for (Expr.ObjectMember member : object.members()) {
            if (member instanceof Expr.Property property && property.key().computed() == null) {
                shape.declared.put(property.key().text(), of(property.value()));
            } else {
                shape.open = true;
            }
        }
        return shape;
    }

    /** The names of the declared fields. */
    Set<String> names() {
        return declared.keySet();
    }

    @Nullable FieldShape field(String name) {
        return declared.get(name);
    }

    boolean has(String name) {
        return open || declared.containsKey(name) || added.contains(name);
    }

    void add(String name) {
        added.add(name);
    }

    /** From now on any field may be there. */
    void open() {
        open = true;
    }
}
