package io.hjx.websocket;

import io.hjx.json.ClientFrame;
import io.hjx.runtime.protocol.Dialect;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of the message server, and of each channel. Registered by {@link EndpointsListener} and not by an
 * annotation, because its path is a setting or the application's to say; made by its configurator, because not every
 * server injects into such an endpoint.
 */
public class PathEndpoint extends Endpoint {

    private final ConnectionHolder holder = new ConnectionHolder(Dialect.PLAIN);
    private final Connections connections;

    PathEndpoint(Connections connections) {
        this.connections = connections;
    }

    /**
     * An endpoint at a path.
     *
     * @param subprotocols those that it speaks
     * @param connections what new connections are for; holds nothing once the application has stopped
     */
    static ServerEndpointConfig at(
            String path, List<String> subprotocols, AtomicReference<@Nullable Connections> connections) {
        return ServerEndpointConfig.Builder.create(PathEndpoint.class, path)
                .subprotocols(subprotocols)
                .configurator(new HjxEndpointConfigurator() {
                    @Override
                    public <T> T getEndpointInstance(Class<T> type) throws InstantiationException {
                        Connections present = connections.get();
                        if (present == null) {
                            throw new InstantiationException("the application has stopped");
                        }
                        return type.cast(new PathEndpoint(present));
                    }
                })
                .build();
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(HjxEndpoint.CEILING);
        session.setMaxBinaryMessageBufferSize(HjxEndpoint.CEILING);
        session.addMessageHandler(
                String.class, text -> holder.with(connection -> connection.received(new ClientFrame(text))));
        session.addMessageHandler(byte[].class, frame -> holder.with(connection -> connection.received(frame)));
        session.addMessageHandler(PongMessage.class, pong -> holder.with(connection -> connection.answered(pong)));
        holder.open(connections, session);
    }

    @Override
    public void onError(Session session, Throwable failure) {
        holder.with(connection -> connection.failed(failure));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        holder.close();
    }
}
