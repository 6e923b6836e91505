package io.hjx.benchmarks;

import io.hjx.json.BadMessageException;
import io.hjx.json.MessageDecoder;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to read a client's event, beside what JSON-B alone takes to make a tree of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class FrameBenchmark {

    private final String frame = "{\"type\":\"event\",\"sub\":1,\"id\":12345,\"site\":4,\"at\":[[2,\"a\"]],"
            + "\"items\":[[\"row\",\"17\"]],\"version\":991,\"event\":{\"type\":\"click\"},\"el\":{\"id\":\"x\",\"dataset\":{}}}";

    private final Jsonb jsonb = JsonbBuilder.create();

    /** From a frame's text to the message, with all checks. */
    @Benchmark
    public ClientMessage decode() throws BadMessageException {
        return MessageDecoder.decode(Dialect.V1, frame);
    }

    /** The baseline. */
    @Benchmark
    public JsonValue treeByJsonB() {
        return jsonb.fromJson(frame, JsonValue.class);
    }
}
