package io.hjx.lang.eval;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Template;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kind of value that an input binds. */
enum BoundKind {
    BOOLEAN("true or false"),
    NUMBER("a number or null"),
    TEXT("a text"),
    TEXTS("a list of texts"),
    /** A choice that is multiple at times. */
    CHOICE("a text or a list of texts"),
    /** An input whose type is not fixed, or an element that the page defines. */
    SCALAR("a text, a number, null, true or false"),
    /** A name that a child component binds only in part. */
    ANY("any value");

    private final String description;

    BoundKind(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    boolean accepts(Value value) {
        return switch (this) {
            case BOOLEAN -> value instanceof BooleanValue;
            case NUMBER -> value instanceof NullValue || isFinite(value);
            case TEXT -> value instanceof StringValue;
            case TEXTS -> isTexts(value);
            case CHOICE -> value instanceof StringValue || isTexts(value);
            case SCALAR -> TEXT.accepts(value) || NUMBER.accepts(value) || BOOLEAN.accepts(value);
            case ANY -> true;
        };
    }

    private static boolean isFinite(Value value) {
        return value instanceof NumberValue number && Double.isFinite(number.value());
    }

    private static boolean isTexts(Value value) {
        return value instanceof ListValue list && list.items().stream().allMatch(StringValue.class::isInstance);
    }

    /** What a binding on an element of HTML takes. */
    static BoundKind of(Element element, Binding.Value bind) {
        if (bind.property().text().equals("checked")) {
            return BOOLEAN;
        }
        return switch (element.tag().text()) {
            case "checkbox" -> BOOLEAN;
            case "textarea" -> TEXT;
            case "select" -> select(attribute(element, "multiple"));
            case "input" -> input(attribute(element, "type"));
            default -> SCALAR;
        };
    }

    private static BoundKind select(@Nullable Template multiple) {
        if (multiple == null) {
            return TEXT;
        }
        return isTrue(multiple) || only(multiple) instanceof Template.Literal ? TEXTS : CHOICE;
    }

    private static BoundKind input(@Nullable Template type) {
        if (type == null || type.parts().isEmpty()) {
            return TEXT;
        }
        if (!(only(type) instanceof Template.Literal literal)) {
            return SCALAR;
        }
        return switch (literal.text()) {
            case "checkbox" -> BOOLEAN;
            case "number", "range" -> NUMBER;
            default -> TEXT;
        };
    }

    private static boolean isTrue(Template template) {
        return only(template) instanceof Template.Interpolation interpolation
                && interpolation.expression() instanceof Expr.ConstantLiteral constant
                && constant.value() == Expr.Constant.TRUE;
    }

    private static Template.@Nullable Part only(Template template) {
        List<Template.Part> parts = template.parts();
        return parts.size() == 1 ? parts.get(0) : null;
    }

    private static @Nullable Template attribute(Element element, String name) {
        for (Element.Attribute attribute : element.attributes()) {
            if (attribute.name().text().equals(name)) {
                return attribute.value();
            }
        }
        return null;
    }
}
