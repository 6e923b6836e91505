package io.hjx.embedded;

import io.hjx.api.Channel;
import io.hjx.api.HjxServer;
import io.hjx.api.ServerOptions.MessageHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The program that runs a server, as its application meets it: what the program gives, and where the application says
 * how its start went. Thread-safe. In a container there is none.
 */
public final class Program {

    /** Who meets: the server's class loader has no other way to be given objects. One server runs at a time. */
    private static final AtomicReference<@Nullable Program> RUNNING = new AtomicReference<>();

    private final Map<String, String> settings;
    private final List<Channel> channels;
    private final List<MessageHandler<?>> handlers;
    private final Consumer<HjxServer> prepare;

    private volatile @Nullable HjxServer server;
    private volatile @Nullable String refusal;

    /** @param prepare is given the server before any client comes */
    Program(
            Map<String, String> settings,
            List<Channel> channels,
            List<MessageHandler<?>> handlers,
            Consumer<HjxServer> prepare) {
        this.settings = Map.copyOf(settings);
        this.channels = List.copyOf(channels);
        this.handlers = List.copyOf(handlers);
        this.prepare = prepare;
    }

    /** The program that runs the present server; one that gives nothing where a container does. */
    public static Program present() {
        Program running = RUNNING.get();
        return running == null ? new Program(Map.of(), List.of(), List.of(), server -> {}) : running;
    }

    /** Makes this the one that runs; false where another does. */
    boolean begin() {
        return RUNNING.compareAndSet(null, this);
    }

    void end() {
        RUNNING.compareAndSet(this, null);
    }

    /** Settings, which go before those of every other place. */
    public Map<String, String> settings() {
        return settings;
    }

    public List<Channel> channels() {
        return channels;
    }

    public List<MessageHandler<?>> handlers() {
        return handlers;
    }

    /** The application has started. */
    public void started(HjxServer newServer) {
        prepare.accept(newServer);
        server = newServer;
    }

    /** The application cannot start, for this reason. */
    public void refused(String reason) {
        refusal = reason;
    }

    @Nullable HjxServer server() {
        return server;
    }

    @Nullable String refusal() {
        return refusal;
    }
}
