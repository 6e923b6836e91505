package io.hjx.handlers;

import io.hjx.api.Client;
import io.hjx.api.Handler;
import io.hjx.api.Init;
import io.hjx.api.Observer;
import io.hjx.api.OnEvent;
import io.hjx.api.Store;
import io.hjx.api.Values;
import io.hjx.handlers.BeanMethod.Given;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one method of a bean: what it is for, and what its parameters are given. Confined to the deployment. */
final class MethodReader {

    private static final List<Class<? extends Annotation>> MARKS =
            List.of(Handler.class, OnEvent.class, Init.class, Observer.class);

    private final ComponentBean bean;
    private final Method method;
    private final List<String> problems;

    /** @param problems where is added what is wrong */
    MethodReader(ComponentBean bean, Method method, List<String> problems) {
        this.bean = bean;
        this.method = method;
        this.problems = problems;
    }

    /** True for a method that is for a component. */
    boolean isMarked() {
        return MARKS.stream().anyMatch(method::isAnnotationPresent);
    }

    /** The method, or null where it is wrong, which is noted. */
    @Nullable BeanMethod read() {
        int before = problems.size();
        checkForm();
        List<BeanMethod.Parameter> parameters = new ArrayList<>();
        int arguments = 0;
        for (int i = 0; i < method.getParameterCount(); i++) {
            var parameter = method.getParameters()[i];
            Given given = given(parameter.getType(), i);
            if (given != null) {
                parameters.add(given);
            } else {
                parameters.add(argument(parameter, arguments++));
            }
        }
        checkParameters(parameters);
        return problems.size() > before
                ? null
                : new BeanMethod(bean, method, List.copyOf(parameters), Access.of(bean.type(), method));
    }

    private void checkForm() {
        if (MARKS.stream().filter(method::isAnnotationPresent).count() > 1) {
            problem("is marked as several things at once; make a method of each");
        }
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers) || Modifier.isFinal(modifiers)) {
            problem("is private, static or final, so that the container cannot stand between; make it a plain method");
        }
        if (!method.trySetAccessible()) {
            problem("cannot be called: its module does not open its package");
        }
        if (method.getReturnType() != void.class) {
            problem("returns something, and nobody takes it; make it `void` and change the component's state");
        }
    }

    private void checkParameters(List<BeanMethod.Parameter> parameters) {
        boolean init = method.isAnnotationPresent(Init.class);
        boolean observer = method.isAnnotationPresent(Observer.class);
        if (observer && !parameters.contains(Given.CDI_EVENT)) {
            problem("observes nothing; its first parameter is the event");
        }
        if ((init || observer) && parameters.contains(Given.CLIENT)) {
            problem("asks for a Client, and nobody acts when it is called");
        }
        if ((init || observer) && parameters.stream().anyMatch(BeanMethod.Argument.class::isInstance)) {
            problem("asks for an argument, and there is none when it is called");
        }
    }

    private @Nullable Given given(Class<?> type, int index) {
        if (type == Client.class) {
            return Given.CLIENT;
        }
        if (type == Store.Draft.class || type == Values.class) {
            return Given.DRAFT;
        }
        if (type == Store.class) {
            return Given.STORE;
        }
        if (index == 0 && method.isAnnotationPresent(Observer.class)) {
            return Given.CDI_EVENT;
        }
        return type == String.class && method.isAnnotationPresent(Init.class) ? Given.KEY : null;
    }

    private BeanMethod.Argument argument(java.lang.reflect.Parameter parameter, int index) {
        if (!ReadableTypes.contain(parameter.getParameterizedType())) {
            problem("takes a " + parameter.getParameterizedType().getTypeName()
                    + ", which cannot be made of JSON; take a record, a bean, or a type of Java that is plain data");
        }
        return new BeanMethod.Argument(index, parameter.getName(), parameter.getParameterizedType());
    }

    private void problem(String what) {
        problems.add("`" + bean.type().getName() + '.' + method.getName() + "` " + what);
    }
}
