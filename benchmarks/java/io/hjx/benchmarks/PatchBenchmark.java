package io.hjx.benchmarks;

import io.hjx.json.JsonFrameEncoder;
import io.hjx.runtime.instance.Audience;
import io.hjx.runtime.instance.Delta;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.protocol.EncodedBody;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A message more, or one less, in a list of 10,000: what the event costs, and the update that tells of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PatchBenchmark {

    private static final String COMPONENT = """
            component Chat
            state:
              messages = []
            layout:
              for (message in messages key message.id):
                p: "{{ message.text }}"
            handlers:
              fill:
                set messages = Array.from({length: 10000}, (_, i) => ({id: i, author: 'Ann', text: 'Message number ' + i}))
              send:
                set messages = messages.length > 10000 ? messages.slice(0, 10000) : messages.concat([{id: 10000, author: 'Ann', text: 'One more'}])
            """;

    private final JsonFrameEncoder encoder = new JsonFrameEncoder();
    private LiveComponent chat;

    @Setup
    public void start() throws InterruptedException {
        chat = new LiveComponent(COMPONENT);
        chat.call("fill");
    }

    @TearDown
    public void stop() throws InterruptedException {
        chat.close();
    }

    /** The event alone: run, committed and published. */
    @Benchmark
    public Publication event() throws InterruptedException {
        return chat.call("send");
    }

    /** The event and its update. */
    @Benchmark
    public EncodedBody patch() throws InterruptedException {
        Publication publication = chat.call("send");
        return delta(publication).body(encoder);
    }

    /** The baseline: the event and an update with the whole list. */
    @Benchmark
    public EncodedBody whole() throws InterruptedException {
        Publication publication = chat.call("send");
        return encoder.body(
                publication.epoch(), publication.version(), delta(publication).values());
    }

    private static Delta delta(Publication publication) {
        return publication.since(publication.version() - 1, Audience.LAYOUTS);
    }
}
