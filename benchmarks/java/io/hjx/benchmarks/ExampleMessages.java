package io.hjx.benchmarks;

import io.hjx.json.CborFrameEncoder;
import io.hjx.json.JsonFrameEncoder;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Operation;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.Pointer;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.FrameEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.cbor.CBORFactory;

/** Typical messages: one changed number, one changed field in a list of 1,000 rows, and that list. Immutable. */
public enum ExampleMessages {
    UPDATE {
        @Override
        Frame frame(Dialect dialect, FrameEncoder encoder) {
            return update(dialect, encoder, encoder.body(EPOCH, VERSION, Map.of("count", NumberValue.of(12_345))));
        }
    },
    PATCH {
        @Override
        Frame frame(Dialect dialect, FrameEncoder encoder) {
            Operation replace = new Operation.Replace(Pointer.parse("/rows/500/text"), new StringValue("done"));
            return update(dialect, encoder, encoder.body(EPOCH, VERSION, new Patch(List.of(replace))));
        }
    },
    SNAPSHOT {
        @Override
        Frame frame(Dialect dialect, FrameEncoder encoder) {
            return encoder.frame(
                    dialect,
                    new ServerMessage.Snapshot(
                            1, EPOCH, VERSION, Map.of("rows", ROWS), Map.of("filter", StringValue.EMPTY), MODULE));
        }
    };

    /** What a browser says of a click in a row. */
    static final String EVENT = "{\"type\":\"event\",\"sub\":1,\"id\":12345,\"site\":4,\"at\":[[2,\"a\"]],"
            + "\"items\":[[\"row\",\"17\"]],\"version\":991,\"event\":{\"type\":\"click\"},\"el\":{\"id\":\"x\",\"dataset\":{}}}";

    private static final String EPOCH = "4f1d2c9ab3e07758";
    private static final long VERSION = 991;
    private static final String MODULE = "/assets/c/4f1d2c9a-77e0b358/Board.js";
    private static final ListValue ROWS = ListValue.of(
            IntStream.range(0, 1_000).mapToObj(ExampleMessages::row).toList());

    /** What is sent for it: the shared body is encoded too. */
    abstract Frame frame(Dialect dialect, FrameEncoder encoder);

    private static Frame update(Dialect dialect, FrameEncoder encoder, EncodedBody body) {
        return encoder.frame(dialect, new ServerMessage.Update(1, body, Map.of(), List.of(), List.of()));
    }

    private static Value row(int number) {
        return new ObjectValue.Builder(5)
                .put("id", NumberValue.of(number))
                .put("author", new StringValue(number % 3 == 0 ? "Ann" : "Benjamin"))
                .put("text", new StringValue("What was to be said about number " + number))
                .put("price", new NumberValue(number * 1.25 + 0.1))
                .put("done", BooleanValue.of(number % 2 == 0))
                .build();
    }

    static byte[] eventInCbor() {
        var out = new java.io.ByteArrayOutputStream();
        try (JsonParser from = new JsonFactory().createParser(ObjectReadContext.empty(), EVENT);
                JsonGenerator to = new CBORFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            from.nextToken();
            to.copyCurrentStructure(from);
        }
        return out.toByteArray();
    }

    /**
     * Writes each message in both encodings into a folder, for the browser's half of the benchmark, and tells sizes.
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        for (ExampleMessages message : values()) {
            Frame.Text text = (Frame.Text) message.frame(Dialect.V1, new JsonFrameEncoder());
            Frame.Binary binary = (Frame.Binary) message.frame(Dialect.V1_CBOR, new CborFrameEncoder());
            write(folder, message.name(), text.text(), binary.bytes());
        }
        write(folder, "EVENT", EVENT, ByteBuffer.wrap(eventInCbor()));
    }

    private static void write(Path folder, String name, String text, ByteBuffer binary) {
        byte[] bytes = new byte[binary.remaining()];
        binary.get(bytes);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".json"), text, StandardCharsets.UTF_8);
            Files.write(folder.resolve(name + ".cbor"), bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
