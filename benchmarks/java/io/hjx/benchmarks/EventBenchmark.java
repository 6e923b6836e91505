package io.hjx.benchmarks;

import io.hjx.json.BadMessageException;
import io.hjx.json.ClientFrame;
import io.hjx.json.FrameBounds;
import io.hjx.json.JsonFrameEncoder;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.fanout.Client;
import io.hjx.runtime.fixture.FakeComponents;
import io.hjx.runtime.fixture.FakeTicker;
import io.hjx.runtime.instance.Environment;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.Transport;
import io.hjx.runtime.store.MemoryStateStore;
import io.hjx.security.RoleAuthorizer;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The whole way of one event without the server: from the text of a client's frame to the text of its answer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventBenchmark {

    private static final String COUNTER = """
            component Counter
            state:
              count = 0
            layout:
              text: "{{ count }}"
            handlers:
              increment:
                set count = count + 1
            """;

    private final JsonProvider json = JsonProvider.provider();
    private final Answers answers = new Answers();
    private Client client;
    private long id;

    @Setup(Level.Iteration)
    public void start() throws BadMessageException {
        FakeComponents components = new FakeComponents();
        components.compiled(HjxCompiler.compile(new SourceFile("Counter.hjx", COUNTER), SourceLoader.none())
                .component());
        Environment environment = new Environment(
                new MemoryStateStore(),
                Runnable::run,
                new FakeTicker(),
                () -> "00000000",
                new LiveComponent.Still(),
                null,
                unlimited());
        LiveRuntime runtime = new LiveRuntime(components, new RoleAuthorizer(), new JsonFrameEncoder(), environment);
        client = runtime.connect(new ConnectionInfo(Dialect.V1, Principal.ANONYMOUS, null, false, null, ""), answers);
        receive("{\"type\":\"hello\"}");
        receive("{\"type\":\"subscribe\",\"sub\":1,\"component\":\"Counter\"}");
        id = 0;
    }

    private static RuntimeSettings unlimited() {
        RuntimeSettings standard = RuntimeSettings.standard();
        RuntimeSettings.Rate none = new RuntimeSettings.Rate(0, 0);
        return standard.withTraffic(standard.traffic().withRates(none, none));
    }

    private void receive(String frame) throws BadMessageException {
        client.receive(new ClientFrame(frame).read(Dialect.V1, FrameBounds.standard()));
    }

    private String frame() {
        return "{\"type\":\"event\",\"sub\":1,\"id\":" + ++id + ",\"handler\":\"increment\"}";
    }

    /** Read, handled, committed, made known. */
    @Benchmark
    public String event() throws BadMessageException {
        receive(frame());
        return answers.last;
    }

    /** The baseline: JSON-P reads the event and writes it again. */
    @Benchmark
    public String echo() {
        JsonValue read = json.createReader(new StringReader(frame())).readValue();
        return read.toString();
    }

    /** Keeps the last frame. */
    private static final class Answers implements Transport {

        private String last = "";

        @Override
        public void send(Frame frame, Completion done) {
            last = ((Frame.Text) frame).text();
            done.completed(true);
        }

        @Override
        public void ping() {}

        @Override
        public void close(CloseCode code, String reason) {
            throw new IllegalStateException(reason);
        }
    }
}
