package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;

/** What clients cost in the server's heap, while they are there and when they are gone. Confined to one thread. */
final class Memory {

    private static final int WARM_UP = 500;

    private final LiveServer server;
    private final LoadClient client;

    Memory(LiveServer server, LoadClient client) {
        this.server = server;
        this.client = client;
    }

    /** Connects so many idle clients to each side, one after the other. */
    String idle(int clients) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        for (Side side : Side.values()) {
            new Crowd(client, side, "warm", WARM_UP).close();
            client.run(Duration.ofSeconds(2));
            long before = server.heap();
            try (Crowd crowd = new Crowd(client, side, "idle", clients)) {
                double each = (double) (server.heap() - before) / clients;
                table.append("%,d idle clients, %s: %.1f KiB each%n".formatted(clients, side, each / 1024));
            }
            client.run(Duration.ofSeconds(5));
            long left = server.heap() - before;
            table.append("the same, %s, when they are gone: %,d bytes in all%n".formatted(side, left));
        }
        return table.toString();
    }

    /** Clients come and go in groups. */
    String churn(int clients, int group) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        for (Side side : Side.values()) {
            new Crowd(client, side, "churn", WARM_UP).close();
            client.run(Duration.ofSeconds(2));
            long before = server.heap();
            for (int gone = 0; gone < clients; gone += group) {
                new Crowd(client, side, "churn", group).close();
            }
            client.run(Duration.ofSeconds(5));
            long left = server.heap() - before;
            table.append("%,d clients that came and went, %s: %,d bytes left%n".formatted(clients, side, left));
        }
        return table.toString();
    }

    /** One client does not read while so many updates pass. */
    String stalled(int others, int updates) throws IOException, InterruptedException {
        try (Crowd crowd = new Crowd(client, Side.HJX, "stalled", others + 1)) {
            crowd.members().get(others).stall();
            long[] target = {updates / 10};
            crowd.watch((member, before, count) -> {
                if (member == crowd.first() && count < target[0]) {
                    member.act();
                }
            });
            crowd.first().act();
            client.run(
                    "a tenth of the updates",
                    Duration.ofMinutes(5),
                    () -> crowd.first().count() == target[0]);
            long before = server.heap();
            target[0] += updates;
            crowd.first().act();
            client.run("the updates", Duration.ofMinutes(5), () -> crowd.first().count() == target[0]);
            long more = server.heap() - before;
            return "%,d updates beside a stalled reader: %,d bytes more%n".formatted(updates, more);
        }
    }
}
