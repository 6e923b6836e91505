package io.hjx.cdi;

import io.hjx.json.JsonObjects;
import io.hjx.jta.JtaTransactions;
import io.hjx.runtime.LiveRuntime;
import io.hjx.store.Functions;
import io.hjx.store.LiveStores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Makes the stores of components' instances. Stateless. */
@ApplicationScoped
public class StoreWiring {

    /** Functions may wait, for a database or another server: more of them than there are processors. */
    private static final int FUNCTION_THREADS = 16;

    /** How long a function may keep its instance from everything else. */
    private static final Duration FUNCTION_TIME = Duration.ofSeconds(5);

    /** The threads of functions and listeners of the application. */
    record StoreThreads(Workers workers) {

        boolean close(Duration patience) throws InterruptedException {
            return workers.close(patience);
        }
    }

    @Produces
    @Singleton
    StoreThreads storeThreads(ContainerThreads threads) {
        return new StoreThreads(new Workers(FUNCTION_THREADS, threads.named("store")));
    }

    @Produces
    @Singleton
    LiveStores stores(
            LiveRuntime runtime,
            SystemTicker ticker,
            StoreThreads threads,
            Wiring.AnswerThreads answers,
            RequestScope requests) {
        Executor application = task -> threads.workers().execute(() -> requests.run(task));
        return new LiveStores(
                runtime,
                new JsonObjects(),
                Functions.on(application, ticker, FUNCTION_TIME),
                JtaTransactions.ofServer(),
                application,
                answers.workers());
    }
}
