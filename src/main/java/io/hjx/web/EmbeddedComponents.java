package io.hjx.web;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.hjx.api.Hjx;
import io.hjx.api.Markup;
import io.hjx.lang.CompiledComponent;
import io.hjx.registry.ComponentRegistry;
import io.hjx.runtime.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Components in pages that are not ours. Immutable: what it notes, it notes in the {@link PageParts} of the request.
 *
 * @param request the present one, whichever that is
 */
record EmbeddedComponents(
        ComponentRegistry registry, FirstLook firstLook, Shell shell, Visitors visitors, HttpServletRequest request)
        implements Hjx {

    private static final System.Logger LOG = System.getLogger(EmbeddedComponents.class.getName());

    @Override
    public Markup head() {
        HtmlWriter html = new HtmlWriter();
        shell.head(html);
        return new Markup(html.finish());
    }

    @Override
    public Markup render(String name, String key) {
        CompiledComponent component = registry.find(name);
        if (component == null) {
            return message(name, key, "there is no component of this name");
        }
        try {
            PageParts parts = PageParts.of(request);
            return place(component, key, look(component, key, parts), parts);
        } catch (RefusedException refused) {
            return message(name, key, refused.getMessage());
        }
    }

    /** What the visitor sees, or null where that is not to be had now: the browser will ask again. */
    private FirstLook.@Nullable View look(CompiledComponent component, String key, PageParts parts) {
        Visitor visitor = visitors.of(request, component.name());
        CompletableFuture<FirstLook.View> view = firstLook
                .look(component, key, visitor.principal(), visitor.session())
                .toCompletableFuture();
        try {
            return view.get(parts.patience().toMillis(), MILLISECONDS);
        } catch (TimeoutException late) {
            parts.losePatience();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            LOG.log(System.Logger.Level.WARNING, component.name() + " could not be shown", failure.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private Markup place(CompiledComponent component, String key, FirstLook.@Nullable View view, PageParts parts) {
        HtmlWriter html = new HtmlWriter();
        String module = registry.moduleUrl(component);
        if (parts.isNew(module)) {
            Pages.styles(module, component).forEach(style -> Shell.style(html, style));
            Shell.module(html, module);
        }
        if (view == null) {
            html.begin("hjx-component", "name", component.name(), "key", key).end();
        } else {
            Pages.host(html, component, key, view);
        }
        return new Markup(html.finish());
    }

    /** The element stands there all the same: a browser may later see what could not be seen now. */
    private static Markup message(String name, String key, @Nullable String why) {
        HtmlWriter html = new HtmlWriter();
        html.begin("hjx-component", "name", name, "key", key);
        html.element("p", name + " cannot be shown: " + why + ".", "class", "hjx-message", "role", "alert");
        return new Markup(html.end().finish());
    }
}
