package io.hjx.cdi;

import io.hjx.registry.ChangeWatch;
import io.hjx.registry.ComponentFiles;
import io.hjx.registry.ComponentRegistry;
import io.hjx.registry.DirectoryFiles;
import io.hjx.websocket.Connections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
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
    private ComponentRegistry registry;

    @Inject
    private Provider<SystemTicker> ticker;

    @Inject
    private Provider<Workers> workers;

    @Inject
    private Provider<Connections> connections;

    private @Nullable ChangeWatch watch;

    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        Settings checked = checkedSettings();
        registry.open(files(checked.components(), context), context.getContextPath());
        if (checked.development()) {
            watch = new ChangeWatch(registry, ticker.get(), workers.get());
            watch.start();
        }
        LOG.log(System.Logger.Level.INFO, "{0} components are deployed", registry.all().size());
    }

    private Settings checkedSettings() {
        try {
            return settings.get();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SettingsException wrong) {
                    LOG.log(System.Logger.Level.ERROR, wrong.getMessage());
                    throw wrong;
                }
            }
            throw failure;
        }
    }

    private static ComponentFiles files(@Nullable Path directory, ServletContext context) {
        String unpacked = context.getRealPath(WarFiles.ROOT);
        Path root = directory != null || unpacked == null ? directory : Path.of(unpacked);
        try {
            return root == null || !root.toFile().isDirectory() ? new WarFiles(context) : new DirectoryFiles(root);
        } catch (IOException failure) {
            throw new UncheckedIOException("The components directory cannot be read", failure);
        }
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) ServletContext context) {
        if (watch != null) {
            watch.close();
        }
        connections.get().close();
        ticker.get().close();
        try {
            if (!workers.get().close(PATIENCE) || !ticker.get().awaitEnd(PATIENCE)) {
                LOG.log(System.Logger.Level.WARNING, "Some work has not ended in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
