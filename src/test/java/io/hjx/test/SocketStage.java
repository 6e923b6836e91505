package io.hjx.test;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The WAR in a server of its own, and users whose browsers are those of {@link LiveTest}, over real sockets and in real
 * time: what is done goes on while the test lets time pass. Confined to the test's thread.
 */
public final class SocketStage implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\">(.*?)</script>");

    private final RealTime time = new RealTime();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, CompiledComponent> compiled = new HashMap<>();
    private final List<User> users = new ArrayList<>();
    private final List<FaultyProxy> proxies = new ArrayList<>();
    private final Path components;
    private final Chance chance;
    private final PayaraProcess server;

    /**
     * Starts a server and waits until it answers.
     *
     * @param folder for the server's log
     * @param components the folder of the components
     * @param settings system properties of the server
     */
    public SocketStage(long seed, Path folder, Path components, String... settings) throws IOException {
        this.chance = new Chance(seed);
        this.components = components;
        this.server = new PayaraProcess(folder, components, settings);
        try {
            awaitServer();
        } catch (Throwable failure) {
            close();
            throw failure;
        }
    }

    // ---- the server

    /** Ends the server from one moment to the next, and starts another at its port, which does not answer yet. */
    public void killServer() throws IOException, InterruptedException {
        server.killAndStart();
    }

    /** Lets time pass until the server answers. */
    public void awaitServer() {
        boolean[] ready = new boolean[1];
        askServer(ready);
        if (!time.await(() -> ready[0] || !server.isAlive(), START) || !ready[0]) {
            throw new AssertionError("The server does not answer; its log is " + server.log());
        }
    }

    private void askServer(boolean[] ready) {
        server.ready(http)
                .thenAccept(answer -> time.schedule(Duration.ofMillis(100), () -> {
                    ready[0] = answer;
                    if (!answer) {
                        askServer(ready);
                    }
                }));
    }

    // ---- users

    /** Somebody opens the page of a component, over a network of his own; what he sees has a witness. */
    public User user(String name, String component, String key, Witness witness)
            throws IOException, InterruptedException {
        FaultyProxy proxy = new FaultyProxy(server.port(), threads);
        proxies.add(proxy);
        ProxiedNetwork network = new ProxiedNetwork(proxy, chance.fork());
        String host = "127.0.0.1:" + proxy.port();
        HttpResponse<String> page = http.send(
                HttpRequest.newBuilder(URI.create("http://" + host + "/c/" + component + "?key=" + key))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        List<User> self = new ArrayList<>();
        Function<Socket.Listener, Socket> connector = listener -> JdkSocket.open(
                http,
                URI.create("ws://" + host + "/hjx"),
                cookie(page),
                time,
                witnessed(listener, () -> witness.look(self.get(0))),
                network::copies);
        User user = new User(new Browser(
                name,
                component,
                key,
                snapshot(page),
                module -> shownBy(component, module),
                time,
                chance.fork(),
                network,
                connector));
        self.add(user);
        network.onOnline(user.browser().client()::wake);
        users.add(user);
        return user;
    }

    private static String cookie(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.split(";", 2)[0])
                .orElse("");
    }

    private static ObjectValue snapshot(HttpResponse<String> page) {
        Matcher data = DATA.matcher(page.body());
        if (!data.find()) {
            throw new AssertionError("The page has no state: " + page.statusCode() + "\n" + page.body());
        }
        return (ObjectValue) Json.parse(data.group(1));
    }

    private CompiledComponent shownBy(String component, String module) {
        CompiledComponent found = compiled.computeIfAbsent(
                component,
                name -> new Deployment(ComponentSources.ofFile(components.resolve(name + ".hjx"))).present());
        if (!module.contains(found.hash())) {
            throw new AssertionError("The server has compiled another " + component + ": " + module);
        }
        return found;
    }

    private static Socket.Listener witnessed(Socket.Listener listener, Runnable look) {
        return new Socket.Listener() {
            @Override
            public void opened() {
                listener.opened();
            }

            @Override
            public void received(String frame) {
                listener.received(frame);
                look.run();
            }

            @Override
            public void closed(int code) {
                listener.closed(code);
            }
        };
    }

    // ---- time

    public void advance(Duration span) {
        time.advance(span);
    }

    /** Lets time pass until something is so. */
    public void await(String what, BooleanSupplier condition) {
        if (!time.await(condition, START)) {
            throw new AssertionError("In vain: " + what);
        }
    }

    public Duration elapsed() {
        return Duration.ofNanos(time.nanos());
    }

    /** Asserts that every user's page has what the server has, once all is quiet. */
    public void assertConverged() {
        new Convergence(users, time, this).check();
    }

    @Override
    public void close() throws IOException {
        users.forEach(User::leave);
        for (FaultyProxy proxy : proxies) {
            proxy.close();
        }
        server.close();
        threads.shutdownNow();
    }

    @Override
    public String toString() {
        return "after " + elapsed() + ", the server's log is " + server.log();
    }
}
