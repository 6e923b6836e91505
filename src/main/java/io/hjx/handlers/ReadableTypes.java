package io.hjx.handlers;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which types an argument can be made into; the others are found while deploying, not at the first click. */
final class ReadableTypes {

    /** Interfaces and the like that JSON Binding has a class for. */
    private static final Set<Class<?>> KNOWN =
            Set.of(Object.class, Number.class, CharSequence.class, Collection.class, List.class, Set.class, Map.class);

    private ReadableTypes() {}

    static boolean contain(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            return (raw == Optional.class || contain(raw))
                    && Arrays.stream(generic.getActualTypeArguments()).allMatch(ReadableTypes::contain);
        }
        return type instanceof Class<?> plain && contains(plain);
    }

    private static boolean contains(Class<?> type) {
        if (type.isArray()) {
            return contains(type.getComponentType());
        }
        if (type.isPrimitive() || type.isEnum() || type.isRecord() || KNOWN.contains(type)) {
            return true;
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers()) || isInner(type)) {
            return false;
        }
        return isOfDates(type) || isMade(type);
    }

    /** Dates and times have factories in place of constructors. */
    private static boolean isOfDates(Class<?> type) {
        return type.getName().startsWith("java.time.") || type.getName().startsWith("java.util.");
    }

    private static boolean isInner(Class<?> type) {
        return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    }

    private static boolean isMade(Class<?> type) {
        boolean java =
                type.getName().matches("java\\.lang\\.(String|Character|Boolean|Byte|Short|Integer|Long|Float|Double)")
                        || type.getName().startsWith("java.math.");
        return java
                || Arrays.stream(type.getDeclaredConstructors()).anyMatch(ReadableTypes::makes)
                || Arrays.stream(type.getDeclaredMethods()).anyMatch(ReadableTypes::isCreator);
    }

    private static boolean makes(Constructor<?> constructor) {
        boolean plain = constructor.getParameterCount() == 0 && !Modifier.isPrivate(constructor.getModifiers());
        return plain || isCreator(constructor);
    }

    /** By its name: this room knows no JSON. */
    private static boolean isCreator(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getName().equals("jakarta.json.bind.annotation.JsonbCreator"));
    }
}
