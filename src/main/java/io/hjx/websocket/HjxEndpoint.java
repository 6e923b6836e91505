package io.hjx.websocket;

import io.hjx.json.ClientFrame;
import io.hjx.json.ProtocolKeys;
import io.hjx.runtime.protocol.Dialect;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/**
 * The live endpoint, for {@code hjx.v1}, in JSON or CBOR, and the plain dialect. The container makes one for each
 * connection.
 *
 * <p>{@code @Dependent} is what makes injection work on Open Liberty.
 */
@Dependent
@ServerEndpoint(
        value = "/hjx",
        subprotocols = {ProtocolKeys.SUBPROTOCOL_V1, ProtocolKeys.SUBPROTOCOL_V1_CBOR},
        configurator = HjxEndpointConfigurator.class,
        decoders = ClientMessageDecoder.class,
        encoders = ServerMessageEncoder.class)
public class HjxEndpoint {

    /** The largest frame that any setting may allow: the annotation is the one limit that every server keeps. */
    public static final int CEILING = 1 << 20;

    private final ConnectionHolder holder = new ConnectionHolder(Dialect.PLAIN);

    @Inject
    private Connections connections;

    @OnOpen
    public void open(Session session) {
        holder.open(connections, session);
    }

    @OnMessage(maxMessageSize = CEILING)
    public void text(ClientFrame frame) {
        holder.with(connection -> connection.received(frame));
    }

    @OnMessage(maxMessageSize = CEILING)
    public void binary(byte[] frame) {
        holder.with(connection -> connection.received(frame));
    }

    @OnMessage
    public void pong(PongMessage pong) {
        holder.with(connection -> connection.answered(pong));
    }

    @OnError
    public void error(Throwable failure) {
        holder.with(connection -> connection.failed(failure));
    }

    @OnClose
    public void close() {
        holder.close();
    }
}
