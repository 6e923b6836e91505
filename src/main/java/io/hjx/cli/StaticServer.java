package io.hjx.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hjx.lang.analyze.AssetType;
import io.hjx.lang.diagnostic.DiagnosticJson;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.StringValue;
import io.hjx.security.HostPolicy;
import io.hjx.vanilla.VanillaPage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Shows a page without a server of ours, and shows it anew when one of its files is saved: {@code hjx dev --vanilla}.
 *
 * <p>Requests are answered by one thread of the JDK's server from what {@link #follow} has compiled last, under the
 * names under which a server in development answers, too.
 */
final class StaticServer implements AutoCloseable {

    private static final int FORBIDDEN = 403;
    private static final Content UNKNOWN_HOST = Content.of(
            "text/plain",
            "The page is not shown under this name; --host NAME has it shown under one of this machine's.\n");
    private static final int LONGEST_NAME = 200;
    private static final long LOOK_MILLIS = 250;

    private final StaticSource source;
    private final Port port;
    private final HostPolicy hosts;
    private final HttpServer server;
    private volatile Shown shown;
    /** When the files were saved that were compiled last; confined to {@link #follow} once the server has started. */
    private Map<Path, FileTime> seen;

    /**
     * What browsers get.
     *
     * @param version counts what was compiled
     * @param page the last good one
     * @param faults what is wrong with the files now, as {@code overlay.js} takes it
     */
    private record Shown(int version, VanillaPage page, String faults) {}

    private StaticServer(StaticSource source, Port port, Map<Path, FileTime> seen, Shown shown) throws IOException {
        this.source = source;
        this.port = port;
        this.hosts = HostPolicy.local(port.hosts());
        this.seen = seen;
        this.shown = shown;
        this.server = HttpServer.create(new InetSocketAddress(port.address(), port.number()), 0);
    }

    /** Compiles the page, stops with what is wrong with it, and begins to show it. */
    static StaticServer start(StaticSource source, Port port) throws IOException {
        // What is saved while it is read is compiled again
        Map<Path, FileTime> seen = times(source.compile().files());
        StaticServer started = new StaticServer(source, port, seen, new Shown(1, source.page(), faults("", "[]")));
        started.server.createContext("/", started::answer);
        started.server.start();
        return started;
    }

    /** The page that a person opens. */
    URI page() {
        return URI.create("http://" + port.authority() + "/");
    }

    /** Compiles again whenever a file has changed; stays until the process ends. */
    void follow(Terminal terminal) throws IOException {
        while (true) {
            pause();
            Map<Path, FileTime> now = times(seen.keySet());
            if (!now.equals(seen)) {
                StaticSource.Outcome outcome = source.compile();
                seen = times(outcome.files());
                seen.putAll(now);
                seen.keySet().retainAll(outcome.files());
                show(outcome, terminal);
            }
        }
    }

    private void show(StaticSource.Outcome outcome, Terminal terminal) {
        VanillaPage page = outcome.page();
        if (!outcome.diagnostics().isEmpty()) {
            terminal.say(outcome.report());
        }
        if (page == null) {
            String diagnostics = DiagnosticJson.write(outcome.diagnostics());
            shown = new Shown(shown.version, shown.page, faults(outcome.report(), diagnostics));
        } else {
            shown = new Shown(shown.version + 1, page, faults("", "[]"));
            terminal.say("Compiled.");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted", e);
        }
    }

    private static Map<Path, FileTime> times(Set<Path> files) {
        Map<Path, FileTime> times = new HashMap<>();
        files.forEach(file -> times.put(file, time(file)));
        return times;
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    // ---- answers

    private static String faults(String text, String diagnostics) {
        return "{\"text\":" + quoted(text) + ",\"diagnostics\":" + diagnostics + "}";
    }

    private static String quoted(String text) {
        return Json.print(new StringValue(text));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            boolean asks = method.equals("GET") || method.equals("HEAD");
            if (!hosts.allowsAuthority(exchange.getRequestHeaders().getFirst("Host"))) {
                send(exchange, FORBIDDEN, UNKNOWN_HOST);
                return;
            }
            Content content = asks ? content(exchange.getRequestURI().getPath()) : null;
            if (content == null) {
                exchange.sendResponseHeaders(asks ? 404 : 405, -1);
                return;
            }
            send(exchange, 200, content);
        }
    }

    private static void send(HttpExchange exchange, int status, Content content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", content.type);
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean body = !exchange.getRequestMethod().equals("HEAD") && content.bytes.length > 0;
        exchange.sendResponseHeaders(status, body ? content.bytes.length : -1);
        if (body) {
            exchange.getResponseBody().write(content.bytes);
        }
    }

    /** What lies at an address. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Content(String type, byte[] bytes) {
        static Content of(String type, String text) {
            return new Content(type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private @Nullable Content content(String path) throws IOException {
        Shown now = shown;
        return switch (path) {
            case "/", "/index.html" -> Content.of("text/html", followed(now.page.html()));
            case "/app.css" -> Content.of("text/css", now.page.css());
            case "/app.js" -> Content.of("text/javascript", now.page.mapped().js());
            case "/app.js.map" -> Content.of("application/json", now.page.map().json("app.js"));
            case "/hjx-dev/state.json" ->
                Content.of("application/json", "{\"version\":" + now.version + ",\"faults\":" + now.faults + "}");
            default -> file(path, now.page);
        };
    }

    private static String followed(String html) {
        return html.replace("</head>", "<script type=\"module\" src=\"/hjx-dev/local/follow.js\"></script>\n</head>");
    }

    private @Nullable Content file(String path, VanillaPage page) throws IOException {
        if (path.startsWith("/hjx-dev/") && path.matches("/hjx-dev/(local/)?\\w+\\.(js|css)")) {
            Path file = source.runtime().resolve(path.substring("/hjx-dev/".length()));
            String type = path.endsWith(".js") ? "text/javascript" : "text/css";
            return Files.isRegularFile(file) ? Content.of(type, Files.readString(file)) : null;
        }
        String prefix = "/" + VanillaPage.ASSETS;
        Path file = path.startsWith(prefix) ? page.assets().get(path.substring(prefix.length())) : null;
        AssetType type = path.length() > LONGEST_NAME ? null : AssetType.of(path);
        return file == null || type == null || !Files.isRegularFile(file)
                ? null
                : new Content(type.mediaType(), Files.readAllBytes(file));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
