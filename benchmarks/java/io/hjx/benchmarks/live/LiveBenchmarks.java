package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Runs the benchmarks of the live runtime, and prints what came out. */
public final class LiveBenchmarks {

    private LiveBenchmarks() {}

    /**
     * Runs them.
     *
     * @param arguments the number of rounds, 5 without; the seconds that each measurement takes, 5 without; and the
     *     part of the sizes in percent, 100 without; and {@code speed}, {@code messages}, {@code memory} or
     *     {@code comeback} for one alone
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = argument(arguments, 0, 5);
        Duration time = Duration.ofSeconds(argument(arguments, 1, 5));
        int part = argument(arguments, 2, 100);
        int crowd = 1_000 * part / 100;
        Set<String> wanted =
                arguments.length > 3 ? Set.of(arguments[3]) : Set.of("speed", "messages", "memory", "comeback");
        if (wanted.contains("memory")) {
            memory(crowd);
        }
        if (wanted.contains("messages")) {
            messages(crowd, rounds, time);
        }
        if (wanted.contains("speed") || wanted.contains("comeback")) {
            try (LiveServer server = new LiveServer();
                    LoadClient client = new LoadClient(server.port())) {
                if (wanted.contains("speed")) {
                    System.out.println(new Comparison(client, Side.HJX, speed(crowd, time)).run(rounds));
                }
                if (wanted.contains("comeback")) {
                    System.out.print(new Comeback(client).measure(server, crowd));
                }
            }
        }
    }

    private static void messages(int crowd, int rounds, Duration time) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.withMessages();
                LoadClient client = new LoadClient(server.port())) {
            List<Scenario> scenarios =
                    List.of(new FanOut(crowd, time), new Requests(crowd, 1, time), new Requests(crowd, crowd, time));
            System.out.println(new Comparison(client, Side.MESSAGES, scenarios).run(rounds));
        }
    }

    private static void memory(int crowd) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.ofFewThreads();
                LoadClient client = new LoadClient(server.port())) {
            Memory memory = new Memory(server, client);
            System.out.print(memory.idle(10 * crowd));
            System.out.print(memory.churn(10 * crowd, crowd / 5));
            System.out.print(memory.stalled(10, 100 * crowd));
        }
    }

    private static List<Scenario> speed(int crowd, Duration time) {
        return List.of(
                new FanOut(crowd, time),
                new Paced(crowd, time, false),
                new Paced(crowd, time, true),
                new ClosedLoops(1, time),
                new ClosedLoops(crowd / 10, time));
    }

    private static int argument(String[] arguments, int at, int fallback) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : fallback;
    }
}
