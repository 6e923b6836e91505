package io.hjx.benchmarks;

import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.eval.Surroundings;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Value;
import io.hjx.runtime.fixture.FakeTicker;
import io.hjx.runtime.instance.Action;
import io.hjx.runtime.instance.ComponentBehavior;
import io.hjx.runtime.instance.Environment;
import io.hjx.runtime.instance.Identity;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.instance.Membership;
import io.hjx.runtime.instance.Personal;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.instance.Subscriber;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.StateStore.InstanceKey;
import io.hjx.runtime.store.MemoryStateStore;
import io.hjx.script.GraalScriptEngine;
import io.hjx.script.ScriptLimits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One live instance with one client, whose mailbox runs on the calling thread; scripts run on threads of their own, as
 * they always do. Confined to the thread that made it.
 */
final class LiveComponent implements AutoCloseable {

    private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
    private final ScriptEngine scripts = new GraalScriptEngine(ScriptLimits.STANDARD);
    private final Latest latest = new Latest();
    private final Instances instances;
    private final Membership client;

    LiveComponent(String text) throws InterruptedException {
        AtomicInteger ids = new AtomicInteger();
        Environment environment = new Environment(
                new MemoryStateStore(),
                commands::add,
                new FakeTicker(),
                () -> "id" + ids.incrementAndGet(),
                new Still(),
                scripts,
                RuntimeSettings.standard());
        CompiledComponent component = compile(text);
        instances = new Instances(environment);
        Instances.Lease lease = instances.lease(
                new InstanceKey(component.name(), ""), Duration.ofHours(1), () -> new ComponentBehavior(component, ""));
        if (lease == null) {
            throw new IllegalStateException("no instance");
        }
        client = lease.instance().join(Identity.of("client", Principal.ANONYMOUS, false), latest);
        while (latest.publication == null) {
            commands.take().run();
        }
    }

    private static CompiledComponent compile(String text) {
        Compilation made = HjxCompiler.compile(new SourceFile("Live.hjx", text), SourceLoader.none());
        CompiledComponent component = made.component();
        if (component == null) {
            throw new IllegalArgumentException(made.diagnostics().toString());
        }
        return component;
    }

    /** Asks for a handler and returns what is published once it has committed. */
    Publication call(String handler, Value... arguments) throws InterruptedException {
        long before = version();
        client.act(Membership.UNNUMBERED, new Action.Call(handler, List.of(arguments)));
        while (version() == before) {
            commands.take().run();
        }
        return latest.publication;
    }

    private long version() {
        return latest.publication.version();
    }

    @Override
    public void close() throws InterruptedException {
        var ended = instances.stop().toCompletableFuture();
        while (!ended.isDone()) {
            commands.take().run();
        }
        scripts.close();
    }

    /** Keeps the latest publication. Confined to the instance's mailbox. */
    private static final class Latest implements Subscriber {

        private Publication publication;

        @Override
        public boolean publish(Publication next, @Nullable Personal personal) {
            publication = next;
            return false;
        }

        @Override
        public void wake() {}

        @Override
        public void ended(Rejection reason) {}
    }

    /** A world in which no time passes. */
    static final class Still implements Surroundings {

        @Override
        public long currentMillis() {
            return 0;
        }

        @Override
        public double random() {
            return 0.5;
        }

        @Override
        public String uuid() {
            return "00000000-0000-4000-8000-000000000000";
        }
    }
}
