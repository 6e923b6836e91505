package io.hjx.cdi;

import io.hjx.handlers.JavaComponents;
import io.hjx.handlers.LiveHandlers;
import io.hjx.handlers.Ports;
import io.hjx.handlers.ValidatorRules;
import io.hjx.json.JsonValueCodec;
import io.hjx.jta.JtaRollbacks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;

/** Makes what calls the beans of components. Stateless. */
@ApplicationScoped
public class HandlerWiring {

    /** Methods may wait, for a database or another server: more of them than there are processors. */
    private static final int BEAN_THREADS = 16;

    /** The threads of the application's components. */
    record BeanThreads(Workers workers) {

        boolean close(Duration patience) throws InterruptedException {
            return workers.close(patience);
        }
    }

    @Produces
    @Singleton
    BeanThreads beanThreads(ContainerThreads threads) {
        return new BeanThreads(new Workers(BEAN_THREADS, threads.named("handler")));
    }

    @Produces
    @Singleton
    JavaComponents components(HandlersExtension found) {
        return found.components();
    }

    @Produces
    @Singleton
    LiveHandlers handlers(
            HandlersExtension found,
            Settings settings,
            SystemTicker ticker,
            BeanThreads threads,
            RequestScope requests,
            Instance<Validator> validators) {
        Ports ports = new Ports(
                new JsonValueCodec(),
                validators.isResolvable() ? new ValidatorRules(validators.get()) : (bean, method, given) -> List.of(),
                JtaRollbacks.ofServer(),
                ticker,
                task -> threads.workers().execute(() -> requests.run(task)),
                settings.handlers().time());
        return new LiveHandlers(settings.handlers().example() ? found.components() : found.withoutExamples(), ports);
    }
}
