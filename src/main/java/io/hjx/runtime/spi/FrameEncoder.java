package io.hjx.runtime.spi;

import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.EncodedBody;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.ServerMessage;
import java.util.Map;

/** Turns messages into frames. Thread-safe. */
public interface FrameEncoder {

    /** Encodes what all subscribers share of an update: changed names with their whole values. */
    EncodedBody body(String epoch, long version, Map<String, Value> state);

    /** Encodes what all subscribers share of an update: what leads from the names that they have to the new ones. */
    EncodedBody body(String epoch, long version, Patch patch);

    /** Encodes a message; of an update only the client's own fields, spliced around its body. */
    Frame frame(Dialect dialect, ServerMessage message);

    /** The encoder of a dialect's bodies, always the same one; by itself an encoder has one form for all dialects. */
    default FrameEncoder speaking(Dialect dialect) {
        return this;
    }
}
