package io.hjx.it;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.management.ObjectName;

/**
 * A program of its own: starts Payara Micro in its JVM, deploys the WAR, uses it, undeploys it, and prints what is left
 * of it as lines {@code probe name=value}. The server's jar is on its class path; it is known by reflection only, so
 * that no other test sees the server's classes.
 *
 * <p>Arguments: the HTTP port and the WAR.
 */
public final class UndeployProbe {

    private static final long SECONDS = 30;

    /** What lives only while the application does: the runtime, clients, instances, scripts, timers, connections. */
    private static final Set<String> LIVE = Set.of(
            "io.hjx.runtime.LiveRuntime",
            "io.hjx.runtime.fanout.Client",
            "io.hjx.runtime.fanout.Outbox",
            "io.hjx.runtime.instance.Instance",
            "io.hjx.runtime.instance.Mailbox",
            "io.hjx.script.GraalScriptEngine",
            "io.hjx.script.GraalScriptInstance",
            "io.hjx.cdi.SystemTicker",
            "io.hjx.websocket.WebSocketTransport");

    private UndeployProbe() {}

    public static void main(String[] arguments) {
        try {
            probe(arguments);
            System.exit(0);
        } catch (Throwable e) {
            // The server's threads would keep a failed program alive
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void probe(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Object server = start(port);
        call(server, "deploy", "hjx", "/", new File(arguments[1]));
        Listener listener = new Listener();
        HttpClient client = HttpClient.newHttpClient();
        connect(client, port, "Counter", listener);
        connect(client, port, "Dashboard", listener);
        require(listener.updates.await(SECONDS, TimeUnit.SECONDS), "both components say something");
        report("liveBefore", live());
        call(server, "undeploy", "hjx");
        report("closeCode", listener.closed.get(SECONDS, TimeUnit.SECONDS));
        report("threads", threads());
        report("liveAfter", live());
    }

    private static Object start(int port) throws Exception {
        Class<?> type = Class.forName("fish.payara.micro.PayaraMicro");
        Object micro = type.getMethod("getInstance").invoke(null);
        type.getMethod("setHttpPort", int.class).invoke(micro, port);
        type.getMethod("setNoHazelcast", boolean.class).invoke(micro, true);
        Consumer<Object> loopbackOnly = runner -> {
            String address = "configs.config.server-config.network-config.network-listeners.network-listener"
                    + ".http-listener.address=127.0.0.1";
            callUnchecked(runner, "run", "set", new String[] {address});
        };
        type.getMethod("setPreBootHandler", Consumer.class).invoke(micro, loopbackOnly);
        return type.getMethod("bootStrap").invoke(micro);
    }

    private static void connect(HttpClient client, int port, String component, Listener listener) {
        client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/hjx?component=" + component), listener)
                .join();
    }

    /** Threads that run the application's code, or could: by name, by class loader of what they run. */
    private static String threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("hjx")
                        || (thread.getClass().getName().startsWith("io.hjx.")
                                && !thread.getClass().getName().startsWith("io.hjx.it.")))
                .map(Thread::getName)
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Which of the {@link #LIVE} classes have objects that survive a full collection. */
    private static String live() throws Exception {
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .toString()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && LIVE.contains(columns[3]))
                .map(columns -> columns[3].substring(columns[3].lastIndexOf('.') + 1))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Object call(Object target, String name, Object... arguments) throws ReflectiveOperationException {
        for (var method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && accepts(method.getParameterTypes(), arguments)) {
                method.setAccessible(true);
                return method.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(name);
    }

    private static void callUnchecked(Object target, String name, Object... arguments) {
        try {
            call(target, name, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean accepts(Class<?>[] types, Object[] arguments) {
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!types[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("in vain: " + what);
        }
    }

    private static void report(String name, Object value) {
        System.out.println("probe " + name + "=" + value);
    }

    /** Waits for one message of each of two connections, and for the close of one. */
    private static final class Listener implements WebSocket.Listener {

        private final CountDownLatch updates = new CountDownLatch(2);
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            updates.countDown();
            return WebSocket.Listener.super.onText(socket, data, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            closed.complete(statusCode);
            return null;
        }
    }
}
