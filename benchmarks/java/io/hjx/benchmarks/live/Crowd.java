package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Clients of one side that look at the same number. Confined to the load client's thread. */
final class Crowd implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The most that connect at once: more would fill the server's queue of connections. */
    private static final int AT_ONCE = 100;

    /** What is done as a client learns of a number. */
    interface Watcher {

        /** The client has learned that it is {@code count} now; before it believed {@code before}. */
        void saw(Member member, long before, long count);

        /** The client's event under way was answered. */
        default void answered(Member member) {}
    }

    /** One client. */
    final class Member implements Socket.Listener {

        private final int number;
        private final Socket socket;
        private String event = "";
        private long events;
        private long count = -1;

        Member(int number) throws IOException {
            this.number = number;
            this.socket = client.connect(side.path(keys.apply(number)), side.protocol(), this);
        }

        int number() {
            return number;
        }

        long count() {
            return count;
        }

        /** Counts one up. */
        void act() {
            send(side.event(number, ++events));
        }

        /** Asks for something that concerns nobody else. */
        void ask() {
            send(side.request(number, ++events));
        }

        private void send(String message) {
            event = message;
            socket.send(message);
        }

        void stall() {
            socket.stall();
        }

        @Override
        public void opened(Socket opened) {
            for (String message : side.greeting(keys.apply(number))) {
                opened.send(message);
            }
        }

        @Override
        public void text(Socket from, byte[] bytes, int start, int end) {
            long now = side.count(bytes, start, end);
            boolean answered = !event.isEmpty() && side.isAnswer(bytes, start, end, event);
            if (now > count) {
                learn(now);
            }
            if (answered) {
                event = "";
                watcher.answered(this);
            }
        }

        private void learn(long now) {
            long before = count;
            count = now;
            if (before < 0) {
                joined++;
            } else {
                watcher.saw(this, before, now);
            }
        }

        @Override
        public void closed(Socket gone) {
            lost++;
        }
    }

    private final LoadClient client;
    private final Side side;
    private final IntFunction<String> keys;
    private final List<Member> members = new ArrayList<>();
    private Watcher watcher = (member, before, count) -> {};
    private int joined;
    private int lost;

    /** Connects so many, and waits until each has the number. */
    Crowd(LoadClient client, Side side, String key, int size) throws IOException {
        this(client, side, side.keys(key), size);
    }

    /** The same, each where its number says. */
    Crowd(LoadClient client, Side side, IntFunction<String> keys, int size) throws IOException {
        this.client = client;
        this.side = side;
        this.keys = keys;
        while (members.size() < size) {
            int next = Math.min(size, members.size() + AT_ONCE);
            while (members.size() < next) {
                members.add(new Member(members.size()));
            }
            client.run("clients of " + side, PATIENCE, () -> joined + lost >= next);
        }
        if (lost > 0) {
            throw new IOException(side + " lost " + lost + " clients as they came");
        }
    }

    List<Member> members() {
        return members;
    }

    Member first() {
        return members.get(0);
    }

    void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /** Waits until every client that is there knows a number. */
    void converge(long count) throws IOException {
        client.run(side + " with " + count, PATIENCE, () -> members.stream().allMatch(each -> each.count >= count));
        if (members.stream().anyMatch(each -> each.count != count)) {
            throw new IOException(side + ": somebody counted further than " + count);
        }
    }

    /** The clients whose connection has ended. */
    int lost() {
        return lost;
    }

    @Override
    public void close() throws IOException {
        members.forEach(member -> member.socket.close());
        // The server learns of it in its own time
        client.run(Duration.ofMillis(500));
    }
}
