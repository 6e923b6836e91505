package io.hjx.websocket;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;

/** Puts the message server at its path: servers take endpoints while an application starts, and not later. */
@WebListener
public class MessagesListener implements ServletContextListener {

    @Inject
    private Connections connections;

    @Inject
    private MessageRules rules;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
        try {
            ((ServerContainer) container).addEndpoint(MessagesEndpoint.at(rules.path(), connections));
        } catch (DeploymentException taken) {
            throw new IllegalStateException(
                    "The message server cannot be at " + rules.path() + "; hjx.messagePath is another path.", taken);
        }
    }
}
