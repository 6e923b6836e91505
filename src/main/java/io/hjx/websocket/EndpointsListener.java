package io.hjx.websocket;

import io.hjx.channels.LiveChannels;
import io.hjx.json.ProtocolKeys;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Puts the message server and the channels at their paths: servers take endpoints while an application starts. */
@WebListener
public class EndpointsListener implements ServletContextListener {

    /** Emptied at the end: a server may keep an endpoint's configuration for longer than the application. */
    private final AtomicReference<@Nullable Connections> present = new AtomicReference<>();

    private String messages = "";
    private Set<String> channels = Set.of();

    @Inject
    void wire(Connections connections, MessageRules rules, LiveChannels live) {
        present.set(connections);
        messages = rules.path();
        channels = live.paths();
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
        add(
                container,
                PathEndpoint.at(messages, List.of(ProtocolKeys.SUBPROTOCOL_MESSAGES), present),
                "The message server cannot be at " + messages + "; hjx.messagePath is another path.");
        for (String path : channels) {
            add(
                    container,
                    PathEndpoint.at(path, List.of(), present),
                    "The application has another WebSocket endpoint at " + path + ", the path of a channel.");
        }
    }

    private static void add(Object container, ServerEndpointConfig endpoint, String otherwise) {
        try {
            ((ServerContainer) container).addEndpoint(endpoint);
        } catch (DeploymentException taken) {
            throw new IllegalStateException(otherwise, taken);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        present.set(null);
    }
}
