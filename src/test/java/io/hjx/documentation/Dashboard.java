package io.hjx.documentation;

import io.hjx.api.HjxServer;
import io.hjx.api.ServerOptions;
import java.util.Map;

public final class Dashboard {

    private Dashboard() {}

    public static void main(String[] arguments) {
        HjxServer server = HjxServer.create(ServerOptions.port(8080)
                .host("127.0.0.1")
                .component("dashboard.hjx")
                .maxConnections(1000)
                .channel(new Ticker())
                .on("ping", message -> Map.of("from", message.source())));
        server.on("connection", client -> System.out.println("Hello " + client.address()));
        server.start();
    }
}
