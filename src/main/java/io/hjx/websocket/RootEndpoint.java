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
 * The live endpoint at the bare address, for clients that were written for {@code ws://host:port}: plain dialect, with
 * {@code state-update} in place of {@code update}. With a {@code source} it leads to the message server.
 *
 * <p>{@code @Dependent} is what makes injection work on Open Liberty.
 */
@Dependent
@ServerEndpoint(
        value = "/",
        subprotocols = ProtocolKeys.SUBPROTOCOL_MESSAGES,
        configurator = HjxEndpointConfigurator.class,
        decoders = ClientMessageDecoder.class,
        encoders = ServerMessageEncoder.class)
public class RootEndpoint {

    private final ConnectionHolder holder = new ConnectionHolder(Dialect.PLAIN_ROOT);

    @Inject
    private Connections connections;

    @OnOpen
    public void open(Session session) {
        holder.open(connections, session);
    }

    @OnMessage(maxMessageSize = HjxEndpoint.CEILING)
    public void text(ClientFrame frame) {
        holder.with(connection -> connection.received(frame));
    }

    @OnMessage(maxMessageSize = HjxEndpoint.CEILING)
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
