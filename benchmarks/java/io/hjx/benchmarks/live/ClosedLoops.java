package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;

/** Clients that each send the next event when their last was answered, all at one number. Confined to one thread. */
final class ClosedLoops implements Scenario {

    private final int clients;
    private final Duration time;

    private long answered;
    private long sent;
    private boolean going;

    ClosedLoops(int clients, Duration time) {
        this.clients = clients;
        this.time = time;
    }

    @Override
    public String name() {
        return clients == 1 ? "round trips of one client, events/s" : clients + " closed loops, events/s";
    }

    @Override
    public double measure(LoadClient client, Side side, String key) throws IOException {
        answered = 0;
        sent = 0;
        going = true;
        try (Crowd crowd = new Crowd(client, side, key, clients)) {
            crowd.watch(new Crowd.Watcher() {
                @Override
                public void saw(Crowd.Member member, long before, long count) {
                    // The last number is asked for at the end
                }

                @Override
                public void answered(Crowd.Member member) {
                    answered++;
                    if (going) {
                        sent++;
                        member.act();
                    }
                }
            });
            for (Crowd.Member member : crowd.members()) {
                sent++;
                member.act();
            }
            client.run(time);
            long begin = answered;
            long beginTime = System.nanoTime();
            client.run(time);
            double rate = (answered - begin) / ((System.nanoTime() - beginTime) / 1e9);
            going = false;
            crowd.converge(sent);
            return rate;
        }
    }
}
