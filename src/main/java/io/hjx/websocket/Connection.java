package io.hjx.websocket;

import io.hjx.json.BadMessageException;
import io.hjx.json.ClientFrame;
import io.hjx.json.FrameBounds;
import io.hjx.json.MessageDecoder;
import io.hjx.runtime.fanout.Client;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.security.ConnectionLimits;
import jakarta.websocket.PongMessage;

/** One open connection: from the endpoint's frames to the runtime's messages. Thread-safe. */
final class Connection implements Incoming {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final Dialect dialect;
    private final FrameBounds bounds;
    private final WebSocketTransport transport;
    private final ConnectionLimits.Place place;
    private final Client client;

    Connection(
            Dialect dialect,
            FrameBounds bounds,
            WebSocketTransport transport,
            ConnectionLimits.Place place,
            Client client) {
        this.dialect = dialect;
        this.bounds = bounds;
        this.transport = transport;
        this.place = place;
        this.client = client;
    }

    @Override
    public void received(ClientFrame frame) {
        if (dialect == Dialect.V1_CBOR) {
            transport.close(CloseCode.KIND_REFUSED, "Binary frames are spoken here.");
        } else if (frame.length() > bounds.bytes()) {
            tooLarge();
        } else {
            take(() -> frame.read(dialect, bounds));
        }
    }

    /** A binary frame, which is CBOR or a mistake. */
    @Override
    public void received(byte[] frame) {
        if (dialect != Dialect.V1_CBOR) {
            transport.close(CloseCode.KIND_REFUSED, "Text frames are spoken here.");
        } else if (frame.length > bounds.bytes()) {
            tooLarge();
        } else {
            take(() -> MessageDecoder.decode(frame, bounds));
        }
    }

    private void tooLarge() {
        transport.close(CloseCode.TOO_LARGE, "A frame may have " + bounds.bytes() + " bytes.");
    }

    /** Makes a message of a frame. */
    private interface Reading {
        ClientMessage message() throws BadMessageException;
    }

    private void take(Reading reading) {
        try {
            client.receive(reading.message());
        } catch (BadMessageException bad) {
            client.refuse(bad.answer());
        } catch (RuntimeException bug) {
            // The client's other messages and everybody else go on
            LOG.log(System.Logger.Level.ERROR, "A message could not be handled", bug);
        }
    }

    @Override
    public void answered(PongMessage pong) {
        transport.answered(pong.getApplicationData());
        client.heard();
    }

    @Override
    public void closed() {
        place.release();
        client.closed();
    }
}
