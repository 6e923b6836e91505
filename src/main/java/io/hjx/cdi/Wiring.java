package io.hjx.cdi;

import io.hjx.api.InstancePolicy;
import io.hjx.channels.LiveChannels;
import io.hjx.embedded.Program;
import io.hjx.handlers.JavaComponents;
import io.hjx.messages.LiveMessageServer;
import io.hjx.registry.ComponentRegistry;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.security.ConnectionLimits;
import io.hjx.security.HostPolicy;
import io.hjx.security.OriginPolicy;
import io.hjx.security.PolicyAuthorizer;
import io.hjx.security.RequestPrincipals;
import io.hjx.security.RoleAuthorizer;
import io.hjx.websocket.Connections;
import io.hjx.websocket.HandshakeRules;
import io.hjx.websocket.PatientThreads;
import io.hjx.websocket.SocketSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the settings, the threads, and what stands between the network and the runtime. Stateless.
 *
 * <p>{@code @Singleton}, not {@code @ApplicationScoped}: what is made here is final or a record, of which CDI can make
 * no proxy, and needs none.
 */
@ApplicationScoped
public class Wiring {

    private static final System.Logger LOG = System.getLogger(Wiring.class.getName());
    private static final int LEAST_WORKERS = 4;
    private static final int SOCKET_WORKERS = 4;
    private static final int ANSWER_WORKERS = 4;

    /** The threads that tell the application what it waits for: none that its own code may keep by waiting. */
    record AnswerThreads(Workers workers) {}

    @Produces
    @Singleton
    AnswerThreads answerThreads(ContainerThreads threads) {
        return new AnswerThreads(new Workers(ANSWER_WORKERS, threads.named("answer")));
    }

    /** The threads that wait for clients which do not read, a connection in each queue at most once. */
    record SocketThreads(Workers pings, Workers closes) {

        boolean close(Duration patience) throws InterruptedException {
            boolean pinged = pings.close(patience);
            return closes.close(patience) && pinged;
        }
    }

    @Produces
    @Singleton
    Program program() {
        return Program.present();
    }

    @Produces
    @Singleton
    Settings settings(Program program) {
        try {
            return Settings.read(SettingSources.present(program.settings()));
        } catch (SettingsException wrong) {
            // Here, for whoever asks first: the deployment ends with it, in whatever words of the server
            LOG.log(System.Logger.Level.ERROR, wrong.getMessage());
            program.refused(String.valueOf(wrong.getMessage()));
            throw wrong;
        }
    }

    @Produces
    @Singleton
    SystemTicker ticker(ContainerThreads threads) {
        return new SystemTicker(threads.named("ticker"));
    }

    /**
     * The threads that drain mailboxes and compile changed files. Nothing that runs here waits; a mailbox is in the
     * queue at most once.
     */
    @Produces
    @Singleton
    Workers workers(ContainerThreads threads) {
        int size = Math.max(LEAST_WORKERS, 2 * Runtime.getRuntime().availableProcessors());
        return new Workers(size, threads.named("worker"));
    }

    @Produces
    @Singleton
    SocketThreads socketThreads(ContainerThreads threads) {
        return new SocketThreads(
                new Workers(SOCKET_WORKERS, threads.named("ping")),
                new Workers(SOCKET_WORKERS, threads.named("close")));
    }

    @Produces
    @Singleton
    SocketSettings socketSettings(Settings settings) {
        return settings.socket();
    }

    @Produces
    @Singleton
    OriginPolicy origins(Settings settings) {
        return settings.origins();
    }

    @Produces
    @Singleton
    HostPolicy hosts(Settings settings) {
        return settings.hosts();
    }

    @Produces
    @Singleton
    Authorizer authorizer(Instance<InstancePolicy> policies) {
        return new PolicyAuthorizer(new RoleAuthorizer(), policies);
    }

    @Produces
    @Singleton
    RequestPrincipals principals(ComponentRegistry registry, JavaComponents java) {
        return new RequestPrincipals(() -> Stream.concat(registry.roles().stream(), java.roles().stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Produces
    @Singleton
    HandshakeRules rules(ComponentRegistry registry, Authorizer authorizer, Settings settings) {
        // The container keeps a handshake's place for a while after undeploy: it must lead to nothing that lives
        ConnectionLimits limits =
                new ConnectionLimits(settings.maxConnections(), settings.maxConnectionsPerAddress(), System::nanoTime);
        return new HandshakeRules(registry, authorizer, limits);
    }

    @Produces
    @Singleton
    Connections connections(
            SocketSettings settings,
            LiveRuntime runtime,
            LiveMessageServer messages,
            LiveChannels channels,
            SocketThreads threads) {
        PatientThreads patient = new PatientThreads(threads.pings(), threads.closes());
        return new Connections(settings, runtime, messages, channels, patient, new RandomIds());
    }
}
