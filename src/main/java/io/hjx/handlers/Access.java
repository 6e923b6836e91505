package io.hjx.handlers;

import io.hjx.runtime.spi.Principal;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a method, as the annotations of {@code jakarta.annotation.security} say: the container looks at them for
 * requests alone, and an event is none. Immutable.
 *
 * @param roles any of them is enough; null where everybody may
 */
record Access(@Nullable Set<String> roles) {

    private static final Access EVERYBODY = new Access(null);

    /** The method's own annotation, else that of the class which declares it, else that of its bean. */
    static Access of(Class<?> type, Method method) {
        return Stream.of(method, method.getDeclaringClass(), type)
                .map(Access::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(EVERYBODY);
    }

    private static @Nullable Access of(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return new Access(Set.of());
        }
        RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return new Access(Set.of(allowed.value()));
        }
        return element.isAnnotationPresent(PermitAll.class) ? EVERYBODY : null;
    }

    /** The roles that a bean's code asks for by name. */
    static Set<String> declared(Class<?> type) {
        Set<String> names = new TreeSet<>();
        DeclareRoles declared = type.getAnnotation(DeclareRoles.class);
        if (declared != null) {
            Collections.addAll(names, declared.value());
        }
        return names;
    }

    boolean permits(Principal principal) {
        return roles == null || roles.stream().anyMatch(principal.roles()::contains);
    }
}
