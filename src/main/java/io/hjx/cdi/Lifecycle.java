package io.hjx.cdi;

import io.hjx.channels.LiveChannels;
import io.hjx.embedded.Program;
import io.hjx.handlers.JavaComponents;
import io.hjx.handlers.LiveHandlers;
import io.hjx.messages.LiveMessageServer;
import io.hjx.registry.ChangeWatch;
import io.hjx.registry.ComponentFiles;
import io.hjx.registry.ComponentRegistry;
import io.hjx.registry.DirectoryFiles;
import io.hjx.registry.LayeredFiles;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.spi.StateStore;
import io.hjx.server.LiveServer;
import io.hjx.web.Assets;
import io.hjx.websocket.Connections;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Starts the application and stops it: what is started here has ended when the undeployment goes on. */
@ApplicationScoped
public class Lifecycle {

    private static final System.Logger LOG = System.getLogger(Lifecycle.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Asked for late, so that what is wrong with a setting is said without a tale of injection around it. */
    @Inject
    private Provider<Settings> settings;

    @Inject
    private Program program;

    @Inject
    private ComponentRegistry registry;

    @Inject
    private Provider<Assets> assets;

    @Inject
    private Provider<SystemTicker> ticker;

    @Inject
    private Provider<Workers> workers;

    @Inject
    private Provider<Wiring.SocketThreads> socketThreads;

    @Inject
    private Provider<Connections> connections;

    @Inject
    private Provider<LiveRuntime> runtime;

    @Inject
    private Provider<LiveMessageServer> messages;

    @Inject
    private Provider<LiveChannels> channels;

    @Inject
    private Provider<LiveServer> server;

    @Inject
    private Provider<MessageWiring.HandlerThreads> handlerThreads;

    @Inject
    private Provider<JavaComponents> java;

    @Inject
    private HandlersExtension handlers;

    @Inject
    private Provider<LiveHandlers> liveHandlers;

    @Inject
    private Provider<HandlerWiring.BeanThreads> beanThreads;

    @Inject
    private Provider<StoreWiring.StoreThreads> storeThreads;

    @Inject
    private Provider<Wiring.AnswerThreads> answerThreads;

    @Inject
    private Provider<RuntimeWiring.Scripts> scripts;

    @Inject
    private Provider<StateStore> store;

    private @Nullable ChangeWatch watch;
    private @Nullable ServletContext application;
    private boolean started;
    private volatile boolean ready;

    /** Before the observers of the application, which may use all of it. */
    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_BEFORE)
                    ServletContext context) {
        application = context;
        Settings checked = checkedSettings();
        registry.open(
                files(checked.components(), context),
                java.get()::names,
                context.getContextPath(),
                assets.get().runtimeHash());
        tellOfBeansWithoutFile();
        if (registry.hasScripts()) {
            scripts.get().prepare();
        }
        server.get().watchClients();
        runtime.get().start();
        messages.get().start();
        handlers.tell((type, event) -> liveHandlers.get().fired(type, event, runtime.get()::everywhere));
        channels.get().start();
        if (checked.development()) {
            watch = new ChangeWatch(registry, ticker.get(), workers.get());
            watch.start();
        }
        started = true;
        ready = true;
        program.started(server.get());
        LOG.log(
                System.Logger.Level.INFO,
                "Deployed components: {0}",
                registry.all().size());
    }

    /** A file may come later, while developing; and an application may have left out an example's. */
    private void tellOfBeansWithoutFile() {
        for (String component : java.get().components()) {
            if (registry.deployed(component) == null) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A bean handles the component {0}, and there is no file that declares it",
                        component);
            }
        }
    }

    /** False while the application starts or stops. */
    public boolean isReady() {
        return ready;
    }

    /** The application itself; what CDI injects for it works during requests alone. */
    ServletContext application() {
        return Objects.requireNonNull(application, "the application has not started");
    }

    private Settings checkedSettings() {
        try {
            return settings.get();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SettingsException wrong) {
                    throw wrong;
                }
            }
            throw failure;
        }
    }

    private static ComponentFiles files(@Nullable Path directory, ServletContext context) {
        return new LayeredFiles(ownFiles(directory, context), WarLibraries.files(context));
    }

    private static ComponentFiles ownFiles(@Nullable Path directory, ServletContext context) {
        String unpacked = context.getRealPath(WarFiles.ROOT);
        Path root = directory != null || unpacked == null ? directory : Path.of(unpacked);
        try {
            return root == null || !root.toFile().isDirectory() ? new WarFiles(context) : new DirectoryFiles(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("The components directory cannot be read", failure);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) ServletContext context) {
        if (!started) {
            return; // the start has failed: nothing of this is there
        }
        started = false;
        closeConnections();
        scripts.get().close();
        store.get().close();
        endThreads();
    }

    /** Ends what clients see: nobody comes in any more, everybody is closed, and no component goes on. */
    void closeConnections() {
        ready = false;
        if (watch != null) {
            watch.close();
        }
        handlers.tell(HandlersExtension.NOBODY);
        connections.get().close();
        messages.get().close();
        channels.get().close();
        try {
            runtime.get().stop().toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            LOG.log(System.Logger.Level.WARNING, "The instances have not ended in time", failure);
        }
    }

    private void endThreads() {
        ticker.get().close();
        try {
            boolean ended = workers.get().close(PATIENCE);
            ended &= beanThreads.get().close(PATIENCE);
            ended &= handlerThreads.get().close(PATIENCE);
            ended &= storeThreads.get().close(PATIENCE);
            ended &= answerThreads.get().workers().close(PATIENCE);
            ended &= socketThreads.get().close(PATIENCE);
            if (!(ticker.get().awaitEnd(PATIENCE) && ended)) {
                LOG.log(System.Logger.Level.WARNING, "Some work has not ended in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
