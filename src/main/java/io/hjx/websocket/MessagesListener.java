package io.hjx.websocket;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Puts the message server at its path: servers take endpoints while an application starts, and not later. */
@WebListener
public class MessagesListener implements ServletContextListener {

    /** Emptied at the end: a server may keep the endpoint's configuration for longer than the application. */
    private final AtomicReference<@Nullable Connections> present = new AtomicReference<>();

    private String path = "";

    @Inject
    void wire(Connections connections, MessageRules rules) {
        present.set(connections);
        path = rules.path();
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            ((ServerContainer) container).addEndpoint(MessagesEndpoint.at(path, present));
        } catch (DeploymentException taken) {
            throw new IllegalStateException(
                    "The message server cannot be at " + path + "; hjx.messagePath is another path.", taken);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        present.set(null);
    }
}
