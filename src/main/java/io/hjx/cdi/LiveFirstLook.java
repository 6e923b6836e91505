package io.hjx.cdi;

import io.hjx.json.JsonFrameEncoder;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.emit.HtmlRenderer;
import io.hjx.lang.eval.Budget;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.ComponentSource;
import io.hjx.runtime.spi.Principal;
import io.hjx.web.FirstLook;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows the runtime's instances as pages begin: as HTML, and as the snapshot that the page's module adopts.
 * Thread-safe.
 */
final class LiveFirstLook implements FirstLook {

    private static final System.Logger LOG = System.getLogger(LiveFirstLook.class.getName());
    private static final int MOST_RENDERERS = 1_000;

    private final LiveRuntime runtime;
    private final ComponentSource components;
    private final JsonFrameEncoder encoder = new JsonFrameEncoder();
    private final Map<String, HtmlRenderer> renderers = new ConcurrentHashMap<>();

    LiveFirstLook(LiveRuntime runtime, ComponentSource components) {
        this.runtime = runtime;
        this.components = components;
    }

    @Override
    public CompletionStage<View> look(CompiledComponent component, String key, Principal principal, String session) {
        return runtime.peek(component.name(), key, principal, session).thenApply(this::view);
    }

    private View view(io.hjx.runtime.View seen) {
        CompiledComponent component = seen.component();
        String html = renderer(component)
                .render(
                        component.program().frame(seen.access(), Budget.standard()),
                        Budget::standard,
                        (at, place, why) -> LOG.log(
                                System.Logger.Level.WARNING,
                                "{0}:{1}: {2}",
                                at.source().path(),
                                at.source().position(place.start()),
                                why));
        ServerMessage snapshot = new ServerMessage.Snapshot(
                0, seen.epoch(), seen.version(), seen.state(), seen.local(), components.moduleUrl(component));
        return new View(html, encoder.frame(Dialect.V1, snapshot).text());
    }

    /** Kept by version, because finding the layout's parts costs more than writing them. */
    private HtmlRenderer renderer(CompiledComponent component) {
        if (renderers.size() > MOST_RENDERERS) {
            renderers.clear(); // only a day of edits in development leaves so many behind
        }
        return renderers.computeIfAbsent(component.hash(), version -> HtmlRenderer.of(component.model()));
    }
}
