package io.hjx.web;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedStage;

import io.hjx.api.Hjx;
import io.hjx.lang.CompiledComponent;
import io.hjx.lang.emit.Titles;
import io.hjx.registry.ComponentRegistry;
import io.hjx.registry.Deployed;
import io.hjx.runtime.RefusedException;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Authorizer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages of components. Immutable, hence thread-safe. */
public final class Pages {

    private static final Pattern KEY = Pattern.compile("[\\w.:-]{0,128}");

    private final ComponentRegistry registry;
    private final FirstLook firstLook;
    private final Authorizer authorizer;
    private final Shell shell;
    private final ProblemPage problems;

    /**
     * @param contextPath where the application lies, empty at the root
     * @param assets what the pages refer to
     */
    public Pages(
            ComponentRegistry registry,
            FirstLook firstLook,
            Authorizer authorizer,
            WebSettings settings,
            String contextPath,
            Assets assets) {
        this.registry = registry;
        this.firstLook = firstLook;
        this.authorizer = authorizer;
        this.shell = new Shell(contextPath, assets.runtimeHash(), settings);
        this.problems = new ProblemPage(shell);
    }

    /** The page of an instance. */
    CompletionStage<Answer> component(String name, String key, Visitor visitor) {
        Deployed deployed = registry.deployed(name);
        if (deployed == null) {
            return completedFuture(problems.unknown(
                    name, registry.all().stream().map(Deployed::name).toList()));
        }
        if (!KEY.matcher(key).matches()) {
            return completedFuture(problems.badKey());
        }
        CompiledComponent component = deployed.component();
        if (component == null) {
            return completedFuture(problems.broken(deployed));
        }
        if (!authorizer.mayView(visitor.principal(), component, key)) {
            return completedFuture(problems.forbidden(name, visitor.principal().authenticated()));
        }
        return firstLook
                .look(component, key, visitor.principal(), visitor.session())
                .thenApply(view -> Answer.of(200, page(component, key, view)))
                .exceptionallyCompose(failure -> isForbidden(failure)
                        ? completedFuture(
                                problems.forbidden(name, visitor.principal().authenticated()))
                        : failedStage(failure));
    }

    /** The scope may refuse whom the access rules let in: somebody without a name, or without a session. */
    private static boolean isForbidden(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RefusedException refused
                && ErrorCode.FORBIDDEN.wire().equals(refused.rejection().code());
    }

    private String page(CompiledComponent component, String key, FirstLook.View view) {
        String module = registry.moduleUrl(component);
        String title = Titles.of(component.name());
        return shell.page(title, styles(module, component), List.of(module), true, html -> {
            html.begin("main", "class", "hjx-page").line();
            Shell.withoutScript(html);
            host(html, component, key, view);
            html.end();
        });
    }

    /** The element in which a component lives, with its HTML and, behind that, the state that this shows. */
    static void host(HtmlWriter html, CompiledComponent component, String key, FirstLook.View view) {
        html.begin("hjx-component", "name", component.name(), "key", key);
        html.rendered(view.html()).json(view.data()).end();
    }

    static List<String> styles(String module, CompiledComponent component) {
        boolean styled = !Assets.style(component).isEmpty();
        return styled ? List.of(module.substring(0, module.length() - ".js".length()) + ".css") : List.of();
    }

    /** The component at the application's own address where the gallery is not; null for none. */
    @Nullable String home() {
        return shell.settings().home();
    }

    /** The page for an address that means nothing. */
    Answer nothingHere() {
        return problems.nothingHere();
    }

    /** The page for an instance that does not answer in time. */
    Answer unavailable(String name) {
        return problems.unavailable(name);
    }

    /**
     * The same components in pages that the application writes itself.
     *
     * @param request the present one, whichever that is
     */
    public Hjx embedded(Visitors visitors, HttpServletRequest request) {
        return new EmbeddedComponents(registry, firstLook, shell, visitors, request);
    }

    /** The gallery over the same components. */
    public Gallery gallery() {
        return new Gallery(registry, firstLook, authorizer, shell);
    }
}
