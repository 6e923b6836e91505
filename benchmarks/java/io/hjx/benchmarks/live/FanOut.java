package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;

/** A closed loop: the next event when every subscriber has seen the last. Confined to one thread. */
final class FanOut implements Scenario {

    private final int subscribers;
    private final Duration time;

    private long target;
    private int missing;

    FanOut(int subscribers, Duration time) {
        this.subscribers = subscribers;
        this.time = time;
    }

    @Override
    public String name() {
        return "fan-out to " + subscribers + ", deliveries/s";
    }

    @Override
    public double measure(LoadClient client, Side side, String key) throws IOException {
        try (Crowd crowd = new Crowd(client, side, key, subscribers)) {
            target = 1;
            missing = subscribers;
            crowd.watch((member, before, count) -> {
                if (before < target && count >= target && --missing == 0) {
                    target++;
                    missing = subscribers;
                    crowd.first().act();
                }
            });
            crowd.first().act();
            client.run(time);
            long begin = target;
            long beginTime = System.nanoTime();
            client.run(time);
            double events = target - begin;
            return events * subscribers / ((System.nanoTime() - beginTime) / 1e9);
        }
    }
}
