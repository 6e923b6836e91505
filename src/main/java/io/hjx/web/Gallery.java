package io.hjx.web;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.emit.Titles;
import io.hjx.registry.ComponentRegistry;
import io.hjx.registry.Deployed;
import io.hjx.runtime.spi.Authorizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The page of all components that a visitor may see: each live, with its source and what is wrong with it. Immutable,
 * hence thread-safe. It shows at most {@value #MOST}.
 */
public final class Gallery {

    private static final int MOST = 100;

    /** Components in folders are mostly parts of others. */
    private static final Comparator<Deployed> WHOLES_FIRST = Comparator.comparing(
                    (Deployed deployed) -> deployed.source().path().contains("/"))
            .thenComparing(Deployed::name);

    private final ComponentRegistry registry;
    private final FirstLook firstLook;
    private final Authorizer authorizer;
    private final Shell shell;

    Gallery(ComponentRegistry registry, FirstLook firstLook, Authorizer authorizer, Shell shell) {
        this.registry = registry;
        this.firstLook = firstLook;
        this.authorizer = authorizer;
        this.shell = shell;
    }

    /** True where there is a gallery. */
    boolean open() {
        return shell.settings().showsGallery();
    }

    /** The page. */
    CompletionStage<Answer> page(Visitor visitor) {
        List<Deployed> visible = registry.all().stream()
                .filter(deployed -> maySee(deployed, visitor))
                .sorted(WHOLES_FIRST)
                .limit(MOST)
                .toList();
        List<CompletableFuture<Entry>> entries =
                visible.stream().map(deployed -> entry(deployed, visitor)).toList();
        return CompletableFuture.allOf(entries.toArray(CompletableFuture[]::new))
                .thenApply(all -> Answer.of(
                        200, write(entries.stream().map(CompletableFuture::join).toList())));
    }

    private record Entry(Deployed deployed, FirstLook.@Nullable View view) {}

    private boolean maySee(Deployed deployed, Visitor visitor) {
        CompiledComponent component = deployed.component();
        return component == null
                ? shell.settings().development()
                : authorizer.mayView(visitor.principal(), component, "");
    }

    /** A component that cannot be shown has an entry without a preview, and keeps no other from being shown. */
    private CompletableFuture<Entry> entry(Deployed deployed, Visitor visitor) {
        CompiledComponent component = deployed.component();
        if (component == null) {
            return CompletableFuture.completedFuture(new Entry(deployed, null));
        }
        return firstLook
                .look(component, "", visitor.principal(), visitor.session())
                .handle((view, failure) -> new Entry(deployed, view))
                .toCompletableFuture();
    }

    private String write(List<Entry> entries) {
        List<String> styles = new ArrayList<>();
        for (Entry entry : entries) {
            CompiledComponent component = entry.deployed().component();
            if (component != null) {
                styles.addAll(Pages.styles(registry.moduleUrl(component), component));
            }
        }
        return shell.page("Components", styles, List.of(), true, html -> {
            html.begin("main", "class", "hjx-gallery").line();
            Shell.withoutScript(html);
            header(html, entries);
            entries.forEach(entry -> entry(html, entry));
            html.end();
        });
    }

    private static void header(HtmlWriter html, List<Entry> entries) {
        html.begin("header").element("h1", "Components").line();
        if (entries.isEmpty()) {
            html.element("p", "Nothing is deployed yet: put a file such as Counter.hjx into WEB-INF/components.");
            html.endLine();
            return;
        }
        html.element("p", "Each of them is live. Open this page in a second window, and see both keep in step.");
        html.begin("nav", "aria-label", "Components").begin("ul", "class", "hjx-index");
        for (Entry entry : entries) {
            String name = entry.deployed().name();
            html.begin("li").element("a", Titles.of(name), "href", "#" + name).end();
        }
        html.end().end().endLine();
    }

    private void entry(HtmlWriter html, Entry entry) {
        Deployed deployed = entry.deployed();
        String name = deployed.name();
        html.begin("section", "class", "hjx-entry", "id", name, "aria-label", Titles.of(name));
        html.begin("header").element("h2", Titles.of(name));
        html.element("code", deployed.source().path());
        html.element("a", "Open", "href", shell.component(name), "aria-label", "Open " + Titles.of(name))
                .endLine();
        if (!deployed.diagnostics().isEmpty()) {
            ProblemPage.diagnostics(html, deployed.diagnostics());
        }
        preview(html, entry);
        html.begin("details", "class", "hjx-source").element("summary", "Source");
        html.begin("pre", "tabindex", "0")
                .element("code", PublicSource.of(deployed.source().text()))
                .end();
        html.end().endLine();
    }

    private static void preview(HtmlWriter html, Entry entry) {
        CompiledComponent component = entry.deployed().component();
        if (component == null || entry.view() == null) {
            html.element("p", "There is no version that can be shown.", "class", "hjx-empty");
            return;
        }
        html.begin("div", "class", "hjx-preview");
        Pages.host(html, component, "", entry.view());
        html.endLine();
    }
}
