package io.hjx.documentation.examples;

import io.hjx.client.WebSocketClient;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;

public final class Thermometer implements AutoCloseable {

    private final WebSocketClient client;

    public Thermometer(URI address, String name, Runnable lamp) {
        client = new WebSocketClient(address, name);
        client.on("blink", payload -> {
            lamp.run();
            return null;
        });
    }

    public CompletionStage<Void> report(double celsius) {
        return client.send("reading", Map.of("celsius", celsius));
    }

    @Override
    public void close() {
        client.close();
    }
}
