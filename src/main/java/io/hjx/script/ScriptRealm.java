package io.hjx.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * The JavaScript world of one instance: a context with the bootstrap and the script's module in it, made on first use.
 * Confined to the turn under way, which runs on a script thread.
 */
final class ScriptRealm {

    private static final String MODULE_TYPE = "application/javascript+module";
    private static final Source BOOTSTRAP = bootstrap();

    private final ScriptModule module;
    private final SharedEngine engine;
    private final ScriptLimits limits;
    private final HostFunctions functions;
    private final PromiseJobs jobs;
    private @Nullable Context context;
    private @Nullable Value program;

    ScriptRealm(
            ScriptModule module, SharedEngine engine, ScriptLimits limits, HostFunctions functions, PromiseJobs jobs) {
        this.module = module;
        this.engine = engine;
        this.limits = limits;
        this.functions = functions;
        this.jobs = jobs;
    }

    /** Makes the engine, and has it load what every realm needs. */
    static void rehearse(SharedEngine engine, ScriptLimits limits) {
        try (Context js = engine.context(limits)) {
            js.eval(BOOTSTRAP);
        }
    }

    boolean isOpen() {
        return program != null;
    }

    Watchdog.Watch watch(Watchdog watchdog, Duration limit, Runnable onStuck) {
        return watchdog.watch(context(), limit, jobs::cut, onStuck);
    }

    /** Evaluates the module and runs its {@code init}. */
    void init() {
        Context js = context();
        Value made = js.eval(BOOTSTRAP).execute(functions.proxy());
        program = made;
        made.invokeMember("init", js.eval(source()));
    }

    /** Calls what the bootstrap returned. */
    void call(String member, Object... arguments) {
        if (program != null) {
            program.invokeMember(member, arguments);
        }
    }

    /** Does something that touches the engine's own objects, outside script code. */
    <T> T within(Supplier<T> work) {
        Context js = context();
        js.enter();
        try {
            return work.get();
        } finally {
            js.leave();
        }
    }

    void close() {
        program = null;
        if (context != null) {
            context.close(true);
            context = null;
        }
    }

    private Context context() {
        Context present = context;
        if (present == null) {
            present = engine.context(limits);
            jobs.attach(present);
            context = present;
        }
        return present;
    }

    private Source source() {
        return Source.newBuilder("js", module.text(), module.source().path())
                .mimeType(MODULE_TYPE)
                .buildLiteral();
    }

    private static Source bootstrap() {
        try (InputStream stream = ScriptRealm.class.getResourceAsStream("bootstrap.js")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return Source.newBuilder("js", text, "hjx-bootstrap.js").buildLiteral();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
