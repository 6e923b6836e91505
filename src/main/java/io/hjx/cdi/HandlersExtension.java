package io.hjx.cdi;

import io.hjx.api.Handles;
import io.hjx.handlers.BeanDefinitionException;
import io.hjx.handlers.ComponentBean;
import io.hjx.handlers.JavaComponents;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds the beans with {@code @Handles}, and observes the CDI events that they want. Confined to the deployment, but
 * for what it has found.
 */
public class HandlersExtension implements Extension {

    private static final System.Logger LOG = System.getLogger(HandlersExtension.class.getName());

    /** Hears nothing: before the start and after the stop. */
    static final BiConsumer<Class<?>, Object> NOBODY = (type, event) -> {};

    /** Where the beans are that come with HJX, which make room for those of the application. */
    private static final String EXAMPLES = "io.hjx.example";

    private final List<Bean<?>> beans = new ArrayList<>();
    private volatile BiConsumer<Class<?>, Object> listener = NOBODY;
    private volatile List<ManagedBean> found = List.of();
    private volatile JavaComponents components = JavaComponents.of(List.of());

    /** What the beans add to components. */
    JavaComponents components() {
        return components;
    }

    /** What those of the application add. */
    JavaComponents withoutExamples() {
        return JavaComponents.of(
                found.stream().filter(bean -> !bean.isExample()).toList());
    }

    /** Tells somebody of the observed events from now on: the class that is observed, and the event. */
    void tell(BiConsumer<Class<?>, Object> newListener) {
        listener = newListener;
    }

    void found(@Observes ProcessManagedBean<?> bean) {
        if (bean.getBean().getBeanClass().isAnnotationPresent(Handles.class)) {
            beans.add(bean.getBean());
        }
    }

    void read(@Observes AfterBeanDiscovery discovery, BeanManager manager) {
        List<ManagedBean> all =
                beans.stream().map(bean -> new ManagedBean(bean, manager)).toList();
        found = all.stream()
                .filter(bean -> !bean.isExample()
                        || all.stream()
                                .noneMatch(other ->
                                        !other.isExample() && other.component().equals(bean.component())))
                .toList();
        try {
            components = JavaComponents.of(found);
        } catch (BeanDefinitionException wrong) {
            LOG.log(System.Logger.Level.ERROR, wrong.getMessage());
            discovery.addDefinitionError(wrong);
            return;
        }
        for (Class<?> type : components.observed()) {
            observe(type, discovery);
        }
    }

    private void observe(Class<?> type, AfterBeanDiscovery discovery) {
        discovery
                .addObserverMethod()
                .beanClass(HandlersExtension.class)
                .observedType(type)
                .transactionPhase(TransactionPhase.AFTER_SUCCESS)
                .notifyWith(fired -> listener.accept(type, fired.getEvent()));
        discovery
                .addObserverMethod()
                .beanClass(HandlersExtension.class)
                .observedType(type)
                .async(true)
                .notifyWith(fired -> listener.accept(type, fired.getEvent()));
    }

    /** A bean of the container. */
    private record ManagedBean(Bean<?> bean, BeanManager manager) implements ComponentBean {

        String component() {
            return type().getAnnotation(Handles.class).value();
        }

        boolean isExample() {
            return type().getPackageName().equals(EXAMPLES);
        }

        @Override
        public Class<?> type() {
            return bean.getBeanClass();
        }

        @Override
        public Reference open() {
            CreationalContext<?> context = manager.createCreationalContext(bean);
            return new ManagedReference(manager.getReference(bean, bean.getBeanClass(), context), context);
        }
    }

    private record ManagedReference(Object instance, CreationalContext<?> context) implements ComponentBean.Reference {

        @Override
        public void close() {
            // Ends what depends on the call alone; a bean of a wider scope is not created by it
            context.release();
        }
    }
}
