package io.hjx.websocket;

import io.hjx.channels.ChannelConnection;
import io.hjx.json.ClientFrame;
import io.hjx.json.FrameBounds;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.security.ConnectionLimits;
import jakarta.websocket.PongMessage;

/** One open connection to a channel: from frames to texts. Thread-safe. */
final class ChannelSocket implements Incoming {

    private final FrameBounds bounds;
    private final WebSocketTransport transport;
    private final ConnectionLimits.Place place;
    private final ChannelConnection connection;

    ChannelSocket(
            FrameBounds bounds,
            WebSocketTransport transport,
            ConnectionLimits.Place place,
            ChannelConnection connection) {
        this.bounds = bounds;
        this.transport = transport;
        this.place = place;
        this.connection = connection;
    }

    @Override
    public void received(ClientFrame frame) {
        if (frame.length() > bounds.bytes()) {
            connection.close(CloseCode.TOO_LARGE, "A message may have " + bounds.bytes() + " bytes.");
        } else {
            connection.receive(frame.text());
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
    public void failed(Throwable failure) {
        Incoming.super.failed(failure);
        connection.failed(failure);
    }

    @Override
    public void closed() {
        place.release();
        connection.closed();
    }
}
