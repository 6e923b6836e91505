package io.hjx.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hjx.lang.Compilation;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.HjxCompiler;
import io.hjx.lang.analyze.EveryAsset;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.EvaluationException;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves compiled components, their first HTML and the browser runtime, without a container and without a live
 * connection: a page's script mounts the component and keeps what it sends in {@code window.sent}.
 *
 * <p>In the page, {@code mounted} is what {@code mount} returned, {@code sent} a list of {@code {message, answer,
 * fail}}, and {@code mutations} what a mutation observer saw while mounting. Thread-safe.
 */
public final class ComponentServer implements AutoCloseable {

    private static final Path RUNTIME = Path.of("src/main/webapp/hjx");
    private static final Path EXAMPLES = Path.of("src/main/webapp/WEB-INF/components");
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'";
    private static final String BOOT = """
            import { mount } from "/hjx/dom.js";
            const host = document.querySelector("main");
            const data = JSON.parse(document.querySelector("#data").textContent);
            const { default: component } = await import(data.module);
            window.sent = [];
            window.warnings = [];
            const warn = console.warn;
            console.warn = (...words) => (window.warnings.push(words.join(" ")), warn(...words));
            const send = (message) =>
              new Promise((answer, fail) => window.sent.push({ message: structuredClone(message), answer, fail }));
            const observer = new MutationObserver(() => {});
            observer.observe(host, { subtree: true, childList: true, attributes: true, characterData: true });
            window.mounted = mount(component, host, { ...data, send });
            window.mutations = observer.takeRecords().map((record) => `${record.type} ${record.target.nodeName}`);
            observer.disconnect();
            document.documentElement.dataset.ready = "";
            """;

    private final HttpServer server;
    private final Map<String, String> sources;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(String type, String body) {}

    /** Starts on a free port of this machine. */
    public ComponentServer(Map<String, String> sources) throws IOException {
        this.sources = Map.copyOf(sources);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put("/boot.js", new Answer("text/javascript", BOOT));
    }

    /**
     * Makes a page.
     *
     * @param path the component's source
     * @param state shared values, a JSON object
     * @param local the client's own, a JSON object
     * @param adopt true for a page that holds the HTML already
     * @return the page's address
     */
    public String page(String path, String state, String local, boolean adopt) {
        CompiledComponent component = component(path);
        publish(component);
        MapState values = committed(component, (ObjectValue) Json.parse(state), (ObjectValue) Json.parse(local));
        List<String> failures = new ArrayList<>();
        String html = component
                .html()
                .render(
                        component.program().frame(values, Budget.standard()),
                        Budget::standard,
                        (where, span, message) -> failures.add(message));
        String data =
                "{\"module\": \"" + module(component) + "\", \"version\": 7, \"adopt\": " + adopt + ", \"state\": "
                        + Json.print(values.sharedValues()) + ", \"local\": " + Json.print(values.ownValues()) + "}";
        String address = "/page/" + answers.size();
        answers.put(address, new Answer("text/html", html(adopt ? html : "", data.replace("<", "\\u003c"))));
        return url() + address;
    }

    /** The values with those that are computed, as JSON leaves them. */
    private static MapState committed(CompiledComponent component, ObjectValue state, ObjectValue local) {
        MapState values = new MapState(state, local);
        component.program().recompute(null, values, Budget.standard());
        component.program().recomputeLocal(null, values, Budget.standard());
        return new MapState(asJson(values.sharedValues()), asJson(values.localValues()));
    }

    private static ObjectValue asJson(ObjectValue values) {
        return (ObjectValue) Json.parse(Json.print(values));
    }

    /** True where a source has a layout and no errors, and none of its computed names fails in the beginning. */
    boolean starts(String path) {
        CompiledComponent component = compile(path).component();
        if (component == null) {
            return false;
        }
        try {
            committed(component, ObjectValue.EMPTY, ObjectValue.EMPTY);
            return true;
        } catch (EvaluationException failsOnPurpose) {
            return false;
        }
    }

    private Compilation compile(String path) {
        return HjxCompiler.compile(new SourceFile(path, source(path)), (EveryAsset) this::load);
    }

    /** Compiles a source; throws with the diagnostics where it has errors. */
    public CompiledComponent component(String path) {
        Compilation compilation = compile(path);
        if (compilation.component() == null) {
            throw new IllegalArgumentException(compilation.diagnostics().toString());
        }
        return compilation.component();
    }

    /** The address of a component's module. */
    public static String module(CompiledComponent component) {
        return "/component/" + component.hash() + "/" + component.name() + ".js";
    }

    private static String html(String content, String data) {
        return "<!doctype html><html lang=en><meta charset=utf-8><title>Test</title><body><main>" + content
                + "</main><script type=\"application/json\" id=\"data\">" + data
                + "</script><script type=module src=/boot.js></script></body></html>";
    }

    /** Puts a component's module, and those that it imports, where pages find them. */
    public void publish(CompiledComponent component) {
        String text = component.module().replace("\"hjx:runtime/", "\"/hjx/");
        for (String alias : component.model().imports().keySet()) {
            CompiledComponent imported = component.imported(alias);
            publish(imported);
            text = text.replace("\"hjx:component/" + alias + "\"", "\"" + module(imported) + "\"");
        }
        answers.put(module(component), new Answer("text/javascript", text));
    }

    private SourceLoader.Result load(SourceFile importing, String path) {
        String target =
                Path.of(importing.path()).resolveSibling(path).normalize().toString();
        String text = source(target);
        return text == null ? new SourceLoader.Missing(target) : new SourceLoader.Found(new SourceFile(target, text));
    }

    /** A given source, or an example. */
    private @Nullable String source(String path) {
        try {
            Path example = EXAMPLES.resolve(path);
            return sources.containsKey(path) || !Files.exists(example) ? sources.get(path) : Files.readString(example);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Answer answer = answers.get(path);
        if (answer == null && path.startsWith("/hjx/") && !path.contains("..")) {
            Path file = RUNTIME.resolve(path.substring("/hjx/".length()));
            answer = Files.exists(file) ? new Answer("text/javascript", Files.readString(file)) : null;
        }
        byte[] body = (answer == null ? "" : answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", (answer == null ? "text/plain" : answer.type()));
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private String url() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
