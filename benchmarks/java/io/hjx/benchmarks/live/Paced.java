package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** A steady pace of events: how long it takes until a subscriber knows of each. Confined to one thread. */
final class Paced implements Scenario {

    private static final int PACE = 50;
    private static final double PERCENTILE = 0.99;

    private final int subscribers;
    private final Duration time;
    private final boolean stalled;

    private long[] sentAt = new long[0];
    private long[] latencies = new long[0];
    private int found;
    private int sent;

    /** @param stalled whether one more client does not read what it is sent */
    Paced(int subscribers, Duration time, boolean stalled) {
        this.subscribers = subscribers;
        this.time = time;
        this.stalled = stalled;
    }

    @Override
    public String name() {
        return "p99 of " + subscribers + " at " + PACE + "/s" + (stalled ? " beside a stalled reader" : "") + ", ms";
    }

    @Override
    public double measure(LoadClient client, Side side, String key) throws IOException {
        int warmUp = (int) (PACE * time.toSeconds() / 2);
        int events = (int) (PACE * time.toSeconds()) + warmUp;
        sentAt = new long[events + 1];
        latencies = new long[(events - warmUp) * subscribers];
        found = 0;
        sent = 0;
        try (Crowd crowd = new Crowd(client, side, key, subscribers + (stalled ? 1 : 0))) {
            Crowd.Member silent = stalled ? crowd.members().get(subscribers) : null;
            if (silent != null) {
                silent.stall();
            }
            crowd.watch((member, before, count) -> {
                long now = System.nanoTime();
                for (long n = Math.max(warmUp, before) + 1; n <= count; n++) {
                    latencies[found++] = now - sentAt[(int) n];
                }
            });
            long begin = System.nanoTime();
            for (int i = 0; i < events; i++) {
                client.at(begin + i * 1_000_000_000L / PACE, () -> {
                    sentAt[++sent] = System.nanoTime();
                    crowd.first().act();
                });
            }
            client.run(name(), time.multipliedBy(3), () -> found == latencies.length);
        }
        Arrays.sort(latencies);
        return latencies[(int) (latencies.length * PERCENTILE)] / 1e6;
    }
}
