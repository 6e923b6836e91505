package io.hjx.json;

import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import jakarta.json.JsonObject;

/** A client's frame that is a JSON object, before anybody asks what it means in a dialect. Immutable. */
public final class ClientFrame {

    private final Fields fields;
    private final int length;

    ClientFrame(JsonObject json, int length) {
        this.fields = new Fields(json);
        this.length = length;
    }

    /** The frame's length in UTF-8 bytes. */
    public int length() {
        return length;
    }

    /** What the frame says in a dialect; fields that the dialect does not know are ignored. */
    public ClientMessage read(Dialect dialect) throws BadMessageException {
        return dialect == Dialect.V1 ? new V1Reader(fields).read() : new PlainReader(fields).read();
    }
}
