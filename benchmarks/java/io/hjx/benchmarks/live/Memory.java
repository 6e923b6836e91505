package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What clients cost in the server's heap, while they are there and when they are gone. Confined to one thread. */
final class Memory {

    private static final int WARM_UP = 500;

    /** The server looks twice a minute for whom it may forget. */
    private static final Duration FORGOTTEN = LiveServer.RESUME_WINDOW.plusSeconds(35);

    private final LiveServer server;
    private final LoadClient client;

    Memory(LiveServer server, LoadClient client) {
        this.server = server;
        this.client = client;
    }

    /** Connects so many idle clients to each side, one after the other. */
    String idle(int clients) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        for (Side side : List.of(Side.FLOOR, Side.HJX)) {
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

    /**
     * Clients come and go in groups, and as many before: what they leave in the buffers of the server's threads is left
     * once.
     */
    String churn(int clients, int group) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        for (Side side : List.of(Side.FLOOR, Side.HJX)) {
            comeAndGo(side, clients, group);
            forget(side);
            long before = server.heap();
            comeAndGo(side, clients, group);
            client.run(Duration.ofSeconds(5));
            long left = server.heap() - before;
            table.append("%,d clients that came and went, %s: %,d bytes left%n".formatted(clients, side, left));
            forget(side);
            left = server.heap() - before;
            table.append("the same, %s, behind the resume window: %,d bytes left%n".formatted(side, left));
        }
        return table.toString();
    }

    /** The floor has nothing to forget. */
    private void forget(Side side) throws IOException {
        client.run(side == Side.HJX ? FORGOTTEN : Duration.ofSeconds(5));
    }

    private void comeAndGo(Side side, int clients, int group) throws IOException {
        for (int gone = 0; gone < clients; gone += group) {
            new Crowd(client, side, "churn", group).close();
        }
    }

    /** One client does not read while so many updates pass. */
    String stalled(int others, int updates) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        for (Side side : List.of(Side.FLOOR, Side.HJX)) {
            try (Crowd crowd = new Crowd(client, side, "stalled", others + 1)) {
                crowd.members().get(others).stall();
                count(crowd, updates / 10);
                long before = server.heap();
                count(crowd, updates);
                long more = server.heap() - before;
                table.append(
                        "%,d updates beside a stalled reader, %s: %,d bytes more%n".formatted(updates, side, more));
            }
        }
        return table.toString();
    }

    private void count(Crowd crowd, int updates) throws IOException {
        long target = crowd.first().count() + updates;
        crowd.watch((member, before, count) -> {
            if (member == crowd.first() && count < target) {
                member.act();
            }
        });
        crowd.first().act();
        client.run("the updates", Duration.ofMinutes(5), () -> crowd.first().count() == target);
    }
}
