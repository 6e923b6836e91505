package io.hjx.websocket;

import io.hjx.json.BadMessageException;
import io.hjx.json.ClientFrame;
import io.hjx.json.FrameBounds;
import io.hjx.messages.MessageConnection;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.security.ConnectionLimits;
import jakarta.websocket.PongMessage;

/** One open connection of the message server: from frames to envelopes. Thread-safe. */
final class MessageSocket implements Incoming {

    private static final System.Logger LOG = System.getLogger(MessageSocket.class.getName());

    private final FrameBounds bounds;
    private final WebSocketTransport transport;
    private final ConnectionLimits.Place place;
    private final MessageConnection connection;

    MessageSocket(
            FrameBounds bounds,
            WebSocketTransport transport,
            ConnectionLimits.Place place,
            MessageConnection connection) {
        this.bounds = bounds;
        this.transport = transport;
        this.place = place;
        this.connection = connection;
    }

    @Override
    public void received(ClientFrame frame) {
        if (frame.length() > bounds.bytes()) {
            connection.close(CloseCode.TOO_LARGE, "A frame may have " + bounds.bytes() + " bytes.");
            return;
        }
        try {
            connection.receive(frame.envelope(bounds));
        } catch (BadMessageException bad) {
            connection.refuse(bad.code(), bad.sentence());
        } catch (RuntimeException | StackOverflowError bug) {
            // The client's other messages and everybody else go on
            LOG.log(System.Logger.Level.ERROR, "A message could not be handled", bug);
        }
    }

    @Override
    public void received(byte[] frame) {
        connection.close(CloseCode.KIND_REFUSED, "Text frames are spoken here.");
    }

    @Override
    public void answered(PongMessage pong) {
        transport.answered(pong.getApplicationData());
        connection.heard();
    }

    @Override
    public void closed() {
        place.release();
        connection.closed();
    }
}
