package io.hjx.handlers;

import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.Init;
import io.hjx.api.Observer;
import io.hjx.api.OnEvent;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The components that beans add to, by name. Immutable. */
public final class JavaComponents {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> ACCESS_WORDS = Set.of("view", "handlers", "bind");

    private final Map<String, JavaComponent> byName;
    private final Set<String> roles;

    private JavaComponents(Map<String, JavaComponent> byName, Set<String> roles) {
        this.byName = byName;
        this.roles = roles;
    }

    /**
     * Reads the beans of an application.
     *
     * @throws BeanDefinitionException where something is wrong with them; it says everything
     */
    public static JavaComponents of(Collection<? extends ComponentBean> beans) {
        Reading reading = new Reading();
        beans.stream()
                .sorted(Comparator.comparing(bean -> bean.type().getName()))
                .forEach(reading::read);
        return reading.result();
    }

    @Nullable JavaComponent find(String component) {
        return byName.get(component);
    }

    /** The components that are added to. */
    public Set<String> components() {
        return byName.keySet();
    }

    /** The names that layouts of a component may use besides those of its file. */
    public Set<String> names(String component) {
        JavaComponent found = byName.get(component);
        return found == null ? Set.of() : found.names();
    }

    /** The roles that beans name. */
    public Set<String> roles() {
        return roles;
    }

    /** The classes of the CDI events that beans observe. */
    public Set<Class<?>> observed() {
        Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        byName.values().forEach(component -> types.addAll(component.observers().keySet()));
        return types;
    }

    Collection<JavaComponent> all() {
        return byName.values();
    }

    /** Beans while they are read, with what is wrong. Confined to the deployment. */
    private static final class Reading {

        private final Map<String, JavaComponent> components = new TreeMap<>();
        private final Set<String> roles = new TreeSet<>();
        private final List<String> problems = new ArrayList<>();

        void read(ComponentBean bean) {
            Handles handles = bean.type().getAnnotation(Handles.class);
            if (handles == null) {
                throw new IllegalArgumentException(bean.type() + " has no @Handles");
            }
            roles.addAll(Access.declared(bean.type()));
            JavaComponent component = components.computeIfAbsent(
                    handles.value(),
                    name -> new JavaComponent(
                            name, new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new LinkedHashMap<>()));
            boolean empty = true;
            for (Method method : methods(bean.type())) {
                MethodReader reader = new MethodReader(bean, method, problems);
                if (reader.isMarked()) {
                    empty = false;
                    BeanMethod read = reader.read();
                    if (read != null) {
                        add(component, read);
                    }
                }
            }
            if (empty) {
                problems.add("`" + bean.type().getName() + "` adds nothing to `" + handles.value()
                        + "`: mark a method with @Handler, @OnEvent, @Init or @Observer");
            }
        }

        /** Those of the class and of what it extends, by name: a virtual machine gives them in no order. */
        private static List<Method> methods(Class<?> type) {
            Map<String, Method> methods = new TreeMap<>();
            for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
                for (Method method : at.getDeclaredMethods()) {
                    if (!method.isSynthetic()) {
                        methods.putIfAbsent(method.getName() + Arrays.toString(method.getParameterTypes()), method);
                    }
                }
            }
            return List.copyOf(methods.values());
        }

        private void add(JavaComponent component, BeanMethod read) {
            Method method = read.method();
            Set<String> allowed = read.access().roles();
            if (allowed != null) {
                roles.addAll(allowed);
            }
            Handler handler = method.getAnnotation(Handler.class);
            OnEvent listener = method.getAnnotation(OnEvent.class);
            if (handler != null) {
                addHandler(component, handler.value().isEmpty() ? method.getName() : handler.value(), read);
            } else if (listener != null) {
                component
                        .listeners()
                        .computeIfAbsent(listener.value(), event -> new ArrayList<>())
                        .add(read);
            } else if (method.isAnnotationPresent(Init.class)) {
                component.starts().add(read);
            } else if (method.isAnnotationPresent(Observer.class)) {
                component
                        .observers()
                        .computeIfAbsent(method.getParameterTypes()[0], event -> new ArrayList<>())
                        .add(read);
            }
        }

        private void addHandler(JavaComponent component, String name, BeanMethod read) {
            BeanMethod first = component.handlers().putIfAbsent(name, read);
            if (first != null) {
                problems.add("`" + component.name() + "` has two handlers `" + name + "` in Java: " + first.label()
                        + " and " + read.label() + "; call one otherwise with @Handler(\"…\")");
            }
            if (!NAME.matcher(name).matches() || ACCESS_WORDS.contains(name)) {
                problems.add("`" + read.label() + "` cannot be a handler called `" + name
                        + "`: a name is letters, digits and _, and none of view, handlers, bind");
            }
        }

        JavaComponents result() {
            for (JavaComponent component : components.values()) {
                component.handlers().keySet().stream()
                        .filter(component.listeners()::containsKey)
                        .forEach(name -> problems.add("`" + component.name() + "` has a handler and an @OnEvent `"
                                + name + "`: the handler would take every event"));
            }
            if (!problems.isEmpty()) {
                throw new BeanDefinitionException(problems);
            }
            return new JavaComponents(Collections.unmodifiableMap(components), Collections.unmodifiableSet(roles));
        }
    }
}
