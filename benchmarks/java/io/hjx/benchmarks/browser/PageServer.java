package io.hjx.benchmarks.browser;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.source.SourceFile;
import io.hjx.vanilla.VanillaPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the pages of the benchmarks, the browser runtime, and compiled components, on this machine. Thread-safe. */
final class PageServer implements AutoCloseable {

    private static final Path PAGES = Path.of("benchmarks/browser");
    private static final Path RUNTIME = Path.of("src/main/webapp/hjx");

    private final HttpServer server;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    PageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Compiles a component; pages find its module as {@code c/NAME.js}. */
    void publish(String name, String text) {
        put("c/" + name + ".js", compile(name, text).module().replace("\"hjx:runtime/", "\"../hjx/"));
    }

    /** Builds a component as a page that needs no server: {@code NAME/index.html}. */
    void publishPage(String name, String text) throws IOException {
        VanillaPage page = VanillaPage.of(compile(name, text), PAGES, RUNTIME);
        put(name + "/index.html", page.html());
        put(name + "/app.css", page.css());
        put(name + "/app.js", page.js());
    }

    private static CompiledComponent compile(String name, String text) {
        Compilation made = HjxCompiler.compile(new SourceFile(name + ".hjx", text), SourceLoader.none());
        if (made.component() == null) {
            throw new IllegalArgumentException(made.diagnostics().toString());
        }
        return made.component();
    }

    private void put(String path, String text) {
        made.put("/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of a page. */
    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = made.getOrDefault(path, file(path));
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", type(path));
            // Isolated pages have a finer clock
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Embedder-Policy", "require-corp");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            case "svg" -> "image/svg+xml";
            default -> "text/html";
        };
    }

    private static byte[] file(String path) throws IOException {
        Path file = path.startsWith("/hjx/") ? RUNTIME.resolve(path.substring(5)) : PAGES.resolve(path.substring(1));
        return !path.contains("..") && Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
