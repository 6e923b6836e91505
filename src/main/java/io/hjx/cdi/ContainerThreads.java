package io.hjx.cdi;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Where the application's threads come from: the container. Thread-safe.
 *
 * <p>The factory is injected by type, which is what works on every server; by name only as a fallback. A server without
 * one gets plain threads that know the application's class loader.
 */
@ApplicationScoped
class ContainerThreads {

    private static final System.Logger LOG = System.getLogger(ContainerThreads.class.getName());
    private static final String DEFAULT = "java:comp/DefaultManagedThreadFactory";

    @Resource
    private @Nullable ManagedThreadFactory injected;

    /** A factory of threads that are named and do not keep a server from ending. */
    ThreadFactory named(String name) {
        ThreadFactory factory = injected != null ? injected : lookedUp();
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = factory.newThread(task);
            thread.setName("hjx-" + name + "-" + number.incrementAndGet());
            return thread;
        };
    }

    private static ThreadFactory lookedUp() {
        try {
            return (ThreadFactory) new InitialContext().lookup(DEFAULT);
        } catch (NamingException | ClassCastException none) {
            LOG.log(System.Logger.Level.INFO, "The server has no managed threads; plain ones are used");
            return ContainerThreads::plain;
        }
    }

    private static Thread plain(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.setContextClassLoader(ContainerThreads.class.getClassLoader());
        return thread;
    }
}
