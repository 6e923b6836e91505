package io.hjx.handlers;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/** A method of a bean that is called for a component. Immutable. */
record BeanMethod(ComponentBean bean, Method method, List<Parameter> parameters, Access access) {

    /** What a parameter is given. */
    sealed interface Parameter {}

    /**
     * An argument of the event.
     *
     * @param index among the arguments
     * @param name as it was written, where the compiler has kept it
     */
    record Argument(int index, String name, Type type) implements Parameter {}

    /** What the call has at hand. */
    enum Given implements Parameter {
        CLIENT,
        DRAFT,
        STORE,
        KEY,
        CDI_EVENT
    }

    /** What people know the method by: {@code Orders.approve}. */
    String label() {
        return bean.type().getSimpleName() + '.' + method.getName();
    }
}
