package io.hjx.json;

import io.hjx.lang.value.Json;
import io.hjx.runtime.protocol.Frame;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;

/** CBOR from and to the trees that tests compare. */
final class Binary {

    private static final FrameBounds WIDE = new FrameBounds(1 << 20, FrameBounds.DEEPEST, 1_000_000);

    private Binary() {}

    static byte[] of(JsonObject json) {
        return new CborWriter(json.size()).add(json).finish();
    }

    static JsonObject tree(byte[] frame) throws BadMessageException {
        return Transcript.json(Json.print(CborReader.read(frame, WIDE))).asJsonObject();
    }

    static JsonObject tree(Frame.Binary frame) throws BadMessageException {
        return tree(bytes(frame.bytes()));
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
