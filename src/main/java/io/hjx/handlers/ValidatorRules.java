package io.hjx.handlers;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of Jakarta Validation at the parameters of methods. Immutable and thread-safe. */
public record ValidatorRules(Validator validator) implements Ports.Rules {

    @Override
    public List<Ports.Violation> broken(Object bean, Method method, @Nullable Object[] arguments) {
        return validator.forExecutables().validateParameters(bean, method, arguments).stream()
                .map(ValidatorRules::violation)
                .toList();
    }

    private static Ports.Violation violation(ConstraintViolation<?> broken) {
        int parameter = -1;
        StringBuilder inside = new StringBuilder();
        for (Path.Node node : broken.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.as(Path.ParameterNode.class).getParameterIndex();
            } else if (node.getKind() == ElementKind.PROPERTY) {
                inside.append(inside.isEmpty() ? "" : ".").append(node);
            }
        }
        return new Ports.Violation(parameter, inside.toString(), broken.getMessage());
    }
}
