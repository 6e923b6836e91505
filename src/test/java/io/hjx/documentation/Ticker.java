package io.hjx.documentation;

import io.hjx.api.Channel;
import io.hjx.api.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@ApplicationScoped
public class Ticker implements Channel {

    private final Set<Connection> listeners = ConcurrentHashMap.newKeySet();

    @Override
    public String path() {
        return "/ticker";
    }

    @Override
    public void onConnect(Connection connection) {
        listeners.add(connection);
    }

    @Override
    public void onMessage(Connection connection, String text) {
        connection.send("You said: " + text);
    }

    @Override
    public void onDisconnect(Connection connection) {
        listeners.remove(connection);
    }

    public void announce(String price) {
        listeners.forEach(listener -> listener.send(price));
    }
}
