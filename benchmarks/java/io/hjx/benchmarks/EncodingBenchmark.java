package io.hjx.benchmarks;

import io.hjx.json.BadMessageException;
import io.hjx.json.CborFrameEncoder;
import io.hjx.json.FrameBounds;
import io.hjx.json.JsonFrameEncoder;
import io.hjx.json.MessageDecoder;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.Frame;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A server's work for one message in CBOR, beside the same message in JSON, which is the baseline: from the message to
 * what the container is given, shared body included; and from what the container has of a client's event to the
 * message.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class EncodingBenchmark {

    private final JsonFrameEncoder json = new JsonFrameEncoder();
    private final CborFrameEncoder cbor = new CborFrameEncoder();
    private final String eventText = ExampleMessages.EVENT;
    private final byte[] eventBytes = ExampleMessages.eventInCbor();

    /** One message of the server, and all that its subscriber is sent for it. */
    @State(Scope.Benchmark)
    public static class Sent {

        @Param({"UPDATE", "PATCH", "SNAPSHOT"})
        public ExampleMessages message;
    }

    @Benchmark
    public Frame encodeJson(Sent sent) {
        return sent.message.frame(Dialect.V1, json);
    }

    /** The baseline's frame is text, which the container turns into bytes: that belongs to it. */
    @Benchmark
    public byte[] encodeJsonToBytes(Sent sent) {
        return ((Frame.Text) sent.message.frame(Dialect.V1, json)).text().getBytes(StandardCharsets.UTF_8);
    }

    @Benchmark
    public Frame encodeCbor(Sent sent) {
        return sent.message.frame(Dialect.V1_CBOR, cbor);
    }

    @Benchmark
    public ClientMessage decodeJson() throws BadMessageException {
        return MessageDecoder.decode(Dialect.V1, eventText);
    }

    @Benchmark
    public ClientMessage decodeCbor() throws BadMessageException {
        return MessageDecoder.decode(eventBytes, FrameBounds.standard());
    }
}
