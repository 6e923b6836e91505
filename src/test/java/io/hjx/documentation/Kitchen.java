package io.hjx.documentation;

import io.hjx.client.WebSocketClient;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;

public final class Kitchen implements AutoCloseable {

    private final WebSocketClient client;

    public Kitchen(URI address) {
        client = new WebSocketClient(address, "kitchen");
        client.on("measure", payload -> Map.of("celsius", 21.5));
        client.onState((state, reason, delay) ->
                System.getLogger("kitchen").log(System.Logger.Level.INFO, "{0} {1}, {2}", state, reason, delay));
    }

    public CompletionStage<Void> report(double celsius) {
        return client.send("reading", Map.of("celsius", celsius));
    }

    @Override
    public void close() {
        client.close();
    }
}
