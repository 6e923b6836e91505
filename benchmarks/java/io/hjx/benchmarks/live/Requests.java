package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/**
 * Clients of which some ask again when they are answered, each about something of its own: how long an answer takes.
 * Confined to one thread.
 */
final class Requests implements Scenario {

    private static final int MOST = 10_000_000;

    private final int clients;
    private final int asking;
    private final Duration time;

    private long[] sentAt = new long[0];
    private long[] latencies = new long[0];
    private int answered;

    Requests(int clients, int asking, Duration time) {
        this.clients = clients;
        this.asking = asking;
        this.time = time;
    }

    @Override
    public String name() {
        return "p50 of a request, " + asking + " of " + clients + " asking, us";
    }

    @Override
    public double measure(LoadClient client, Side side, String key) throws IOException {
        sentAt = new long[clients];
        latencies = new long[MOST];
        answered = 0;
        try (Crowd crowd = new Crowd(client, side, member -> key + "-" + member, clients)) {
            crowd.watch(new Crowd.Watcher() {
                @Override
                public void saw(Crowd.Member member, long before, long count) {
                    // The answer is what is waited for
                }

                @Override
                public void answered(Crowd.Member member) {
                    latencies[answered++ % MOST] = System.nanoTime() - sentAt[member.number()];
                    ask(member);
                }
            });
            crowd.members().subList(0, asking).forEach(this::ask);
            client.run(time);
            answered = 0;
            client.run(time);
        }
        int found = Math.min(answered, MOST);
        Arrays.sort(latencies, 0, found);
        return latencies[found / 2] / 1e3;
    }

    private void ask(Crowd.Member member) {
        sentAt[member.number()] = System.nanoTime();
        member.ask();
    }
}
